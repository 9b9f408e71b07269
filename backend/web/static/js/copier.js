// Shows the button beside an address to copy, and copies it; the address stays there to be selected by hand.

for (const bouton of document.querySelectorAll("[data-copie]")) {
  const champ = document.getElementById(bouton.dataset.copie);
  champ.addEventListener("focus", () => champ.select());
  if (!navigator.clipboard) continue;
  const mot = bouton.lastChild;
  const avant = mot.textContent;
  bouton.hidden = false;
  bouton.setAttribute("aria-live", "polite");
  bouton.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(champ.value);
      mot.textContent = " Copié";
    } catch {
      champ.focus();
      mot.textContent = " Sélectionné";
    }
    setTimeout(() => {
      mot.textContent = avant;
    }, 3000);
  });
}
