const load = ready ? async (): Promise<Page> => fetchPage() : <p>it isn't there</p>
const save = changed ? async (page: Page): Promise<void> => store(page) : <i>nothing's new</i>
const draw = wide ? function (size: Size): Drawn { return <svg /> } : <b>that's too narrow</b>
const sort = short ? function by(): Order { return rows.async() } : <u>one's own</u>
const list = ready ? rows.map((row): JSX.Element => <li>{row}</li>) : <p>It isn't there.</p>
const made = useMemo((): Page => page, []) ? <p>It's there.</p> : <p>It isn't.</p>
const each = ready ? rows.map(function (row): Row { return row }) : 'Some prose is here.'
