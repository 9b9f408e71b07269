// What a script adds to a list of fiches: dragging a card, ticking all, printing, one panel open at a time.
// Everything here can be done without it.

const EXPLIQUES = ["en_pause", "bloquee", "abandonnee"];

function glisser(tableau) {
  let tenue = null;
  const permis = (carte, colonne) =>
    carte && colonne && (carte.dataset.permis || "").split(" ").includes(colonne.dataset.avancement);
  tableau.addEventListener("dragstart", (e) => {
    tenue = e.target.closest(".carte");
    tenue?.classList.add("tenue");
    e.dataTransfer.setData("text/plain", tenue?.id ?? "");
    e.dataTransfer.effectAllowed = "move";
  });
  tableau.addEventListener("dragend", () => {
    tenue?.classList.remove("tenue");
    tableau.querySelectorAll(".accueille").forEach((c) => c.classList.remove("accueille"));
    tenue = null;
  });
  tableau.addEventListener("dragover", (e) => {
    const colonne = e.target.closest(".colonne");
    tableau.querySelectorAll(".accueille").forEach((c) => c !== colonne && c.classList.remove("accueille"));
    if (!permis(tenue, colonne)) return;
    e.preventDefault();
    colonne.classList.add("accueille");
  });
  tableau.addEventListener("drop", (e) => {
    const colonne = e.target.closest(".colonne");
    if (!permis(tenue, colonne)) return;
    e.preventDefault();
    deposer(tenue, colonne.dataset.avancement);
  });
}

// A column that asks why opens the card's own form at that question; any other is sent at once.
function deposer(carte, avancement) {
  const formulaire = carte.querySelector("form[data-deplacer]");
  formulaire.elements.avancement.value = avancement;
  if (EXPLIQUES.includes(avancement) || carte.dataset.permis === "en_cours") {
    carte.querySelector("details").open = true;
    formulaire.elements.pourquoi.focus();
  } else {
    formulaire.requestSubmit();
  }
}

function preparer(racine) {
  racine.querySelectorAll("[data-statuts]").forEach((tableau) => {
    if (tableau.dataset.pret) return;
    tableau.dataset.pret = "oui";
    tableau.querySelectorAll(".carte[data-permis]").forEach((carte) => (carte.draggable = true));
    glisser(tableau);
  });
  racine.querySelectorAll("[data-imprimer]").forEach((bouton) => {
    bouton.hidden = false;
    bouton.addEventListener("click", () => window.print());
  });
  const cases = racine.querySelectorAll("input[form=cochees]");
  const tete = racine.querySelector("table.fiches thead th");
  if (cases.length && tete && !tete.querySelector("input")) toutCocher(tete, cases);
  racine.querySelectorAll("form:has([data-valeurs])").forEach(choisirLeChamp);
  racine.querySelectorAll("form[data-patience]").forEach((formulaire) => {
    formulaire.addEventListener("submit", () => patienter(formulaire));
  });
}

// Of the fields of a bulk change, only those of what is chosen show.
function choisirLeChamp(formulaire) {
  const montrer = () => {
    const choisi = formulaire.elements.champ.value;
    formulaire.querySelectorAll("[data-pour]").forEach((bloc) => (bloc.hidden = bloc.dataset.pour !== choisi));
  };
  formulaire.addEventListener("change", montrer);
  montrer();
}

function toutCocher(tete, cases) {
  const label = document.createElement("label");
  const mot = document.createElement("span");
  const toutes = document.createElement("input");
  mot.className = "visually-hidden";
  mot.textContent = "Cocher toutes les fiches de cette page";
  toutes.type = "checkbox";
  toutes.addEventListener("change", () => cases.forEach((c) => (c.checked = toutes.checked)));
  label.className = "cocher";
  label.append(mot, toutes);
  tete.replaceChildren(label);
}

// A long write: the button rests, and the page says what is going on and since when, nothing it does not know.
function patienter(formulaire) {
  const dit = formulaire.querySelector("[data-attente]");
  const debut = performance.now();
  formulaire.querySelectorAll("button").forEach((bouton) => (bouton.disabled = true));
  const dire = () => {
    const secondes = Math.round((performance.now() - debut) / 1000);
    dit.textContent = secondes < 2 ? dit.dataset.attente : `${dit.dataset.attente} ${secondes} s écoulées.`;
  };
  dire();
  setInterval(dire, 1000);
}

// Menus of rows: opening one closes the others.
document.addEventListener(
  "toggle",
  (e) => {
    if (!e.target.open || !e.target.closest(".modifier, .outils, .deplacer")) return;
    const voisins = e.target.closest(".outils") ? ".outils > details" : ".modifier > details, details.deplacer";
    if (!e.target.matches(voisins)) return;
    document.querySelectorAll(voisins).forEach((d) => d !== e.target && (d.open = false));
  },
  true,
);

document.addEventListener("htmx:after:swap", () => preparer(document));
// A form given up leaves the keyboard on its row; a form that opens takes it itself.
document.addEventListener("htmx:after:settle", (e) => {
  if (document.activeElement !== document.body) return;
  e.target.closest?.("[id^=fiche-]")?.querySelector("summary")?.focus();
});
preparer(document);
