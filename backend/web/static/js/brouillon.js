// Keeps what is being typed in a form[data-brouillon], on the server, for its author alone.

const DELAI = 2000;
const REESSAI = 10000;
const KEEPALIVE_MAX = 60000; // A browser refuses to keep alive more than 64 KiB.
const SORTI = new Set([401, 403, 404]);
const SESSION_FINIE =
  "Votre session s’est terminée\u00a0: laissez cette page ouverte, entrez de nouveau dans un autre onglet.";

function heure(quand) {
  return `${quand.getHours()}\u00a0h\u00a0${String(quand.getMinutes()).padStart(2, "0")}`;
}

function suivre(formulaire) {
  const etat = formulaire.querySelector("[data-etat-brouillon]");
  const contenu = () => new URLSearchParams(new FormData(formulaire)).toString();
  let garde = contenu();
  let minuteur = 0;
  let envoi = null;
  let enregistre = false;

  const dire = (texte) => {
    if (etat && etat.textContent !== texte) etat.textContent = texte;
  };

  const plusTard = (delai) => {
    clearTimeout(minuteur);
    minuteur = setTimeout(garder, delai);
  };

  async function garder(enPartant = false) {
    clearTimeout(minuteur);
    const corps = contenu();
    if (enregistre || corps === garde) return;
    envoi?.abort();
    envoi = new AbortController();
    try {
      const reponse = await fetch(formulaire.dataset.brouillon, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: corps,
        keepalive: enPartant === true && corps.length < KEEPALIVE_MAX,
        signal: envoi.signal,
      });
      if (reponse.ok) {
        garde = corps;
        dire(`Saisie gardée à ${heure(new Date())}`);
      } else if (SORTI.has(reponse.status)) {
        dire(formulaire.dataset.sorti || SESSION_FINIE);
        plusTard(REESSAI);
      } else {
        dire("Cette saisie n’est pas gardée à mesure\u00a0: enregistrez-la.");
      }
    } catch (erreur) {
      if (erreur.name === "AbortError") return;
      dire("Saisie pas encore gardée\u00a0: nouvel essai dans dix secondes.");
      plusTard(REESSAI);
    }
  }

  const tape = () => plusTard(DELAI);
  formulaire.addEventListener("input", tape);
  formulaire.addEventListener("change", tape);
  formulaire.addEventListener("submit", (evenement) => {
    // Saved, not kept: unless something else took the form over.
    setTimeout(() => {
      if (evenement.defaultPrevented) return;
      enregistre = true;
      clearTimeout(minuteur);
      envoi?.abort();
    });
  });
  window.addEventListener("pageshow", () => {
    enregistre = false;
  });
  window.addEventListener("pagehide", () => garder(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") garder(true);
  });
}

for (const formulaire of document.querySelectorAll("form[data-brouillon]")) suivre(formulaire);
