const a = 1 // ends at a line separator const b = <i> </i>
const c =　"x y"
