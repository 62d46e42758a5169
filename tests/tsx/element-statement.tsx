function draw(x: boolean, kind: number) {
  if (x) <i/>
  else <b>else</b>
  for (;;) <u>loop</u>
  do <s/>
  while (x)
  label: <em>labelled</em>
  switch (kind) {
  case 1: <i>case</i>
  case x ? 2 : 3: <b>conditional case</b>
  default: <u/>
  }
  return
  <div>never</div>
}
