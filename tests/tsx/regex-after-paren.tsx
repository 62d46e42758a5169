function read(x: string) {
  if (x) /['"<]/.test(x)
  while (x.length) /[/<`]/g.exec(x)
  for (const y of x) /"/.test(y)
  const half = (x.length) / 2 / 3
  const pick = x.if(1) / 2 + '/'.length
  return <p>{half / 2}</p>
}
