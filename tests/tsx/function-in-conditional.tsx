const load = ready ? async (): Promise<Page> => fetchPage() : <p>it isn't there</p>
const save = changed ? async (page: Page): Promise<void> => store(page) : <i>nothing's new</i>
const draw = wide ? function (size: Size): Drawn { return <svg /> } : <b>that's too narrow</b>
const sort = short ? function by(): Order { return rows.async() } : <u>one's own</u>
