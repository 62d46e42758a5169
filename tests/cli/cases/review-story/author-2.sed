# What the author changes in the plan after the first review.
s/^None yet\.$/| Gap | Size | Resolution |\n|---|---|---|\n| Place value | small | The first section reads the ones digit off each house number |/
s/^- \[ \] Every gap/- [x] Every gap/
