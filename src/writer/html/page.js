// Adds to a page that can be read without it: a choice of rules beside that of severities, a count
// of what is shown, and closed parts that open for the printer.
(() => {
  'use strict';

  const isShown = (article) => article.getClientRects().length > 0;

  for (const pair of document.querySelectorAll('.pair')) {
    const choice = pair.querySelector('.by-rule');
    if (!choice) continue;
    const select = choice.querySelector('select');
    const status = choice.querySelector('[role=status]');
    const articles = [...pair.querySelectorAll('.finding')];

    const update = () => {
      for (const article of articles) {
        article.classList.toggle('other-rule', select.value !== '' && article.dataset.rule !== select.value);
      }
      const shown = articles.filter(isShown).length;
      status.textContent = shown === articles.length ? '' : `${shown} of ${articles.length} shown`;
    };

    choice.hidden = false;
    pair.querySelector('.filter').addEventListener('change', update);
    update(); // a browser may keep what was chosen before the page was loaded again
  }

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
})();
