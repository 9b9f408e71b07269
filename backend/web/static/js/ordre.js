/* Ordering a roadmap without a round trip: the buttons of the page move lines in place, and lines can be dragged.
   The form stays the same: hidden fields travel with their line, and the server reads their order. */

const formulaire = document.querySelector("form[data-ordre]");

if (formulaire) {
  const annonce = formulaire.querySelector("[data-annonce]");
  const axes = () => [...formulaire.querySelectorAll("[data-axe]")];
  const liste = (axe) => axe.querySelector("ol");
  const fiches = (axe) => [...liste(axe).querySelectorAll(":scope > li")];
  const fixes = (axe) => fiches(axe).filter((li) => "fixe" in li.dataset).length;
  const nom = (li) => li.querySelector("[data-titre]").textContent;
  const axesFixes = !formulaire.querySelector('button[value^="axe-monter:"]');

  /* Numbers follow places, as the server will give them. */
  function renumeroter() {
    axes().forEach((axe, place) => {
      const rang = axe.querySelector("[data-rang]");
      if (!axesFixes) rang.textContent = String(place + 1);
      let suivant = Number(liste(axe).dataset.premier);
      fiches(axe).forEach((li) => {
        if ("fixe" in li.dataset) return;
        const numero = `${rang.textContent}.${suivant++}`;
        li.querySelector("[data-numero]").textContent = numero;
        li.querySelector("[data-avant]").hidden = numero === li.dataset.actuel;
      });
    });
    choixDesAxes();
  }

  /* « Placer sous » offers the other axes, by the rank they have now. */
  function choixDesAxes() {
    for (const axe of axes()) {
      for (const bouton of axe.querySelectorAll('button[value^="placer:"]')) {
        const autre = formulaire.querySelector(`[data-axe="${bouton.value.split(":")[2]}"]`);
        const texte = bouton.firstChild;
        texte.textContent = texte.textContent.replace(/\d+$/, autre.querySelector("[data-rang]").textContent);
        bouton.closest("li").hidden = autre === axe;
      }
    }
  }

  /* A line that changes axe must offer the one it leaves, not the one it enters. */
  function offrir(li, quitte, rejoint) {
    for (const bouton of li.querySelectorAll('button[value^="placer:"]')) {
      const [acte, cle, vers] = bouton.value.split(":");
      if (vers === rejoint.dataset.axe) bouton.value = [acte, cle, quitte.dataset.axe].join(":");
    }
  }

  function mettre(li, axe, avant) {
    const quitte = li.closest("[data-axe]");
    liste(axe).insertBefore(li, avant);
    if (quitte !== axe) offrir(li, quitte, axe);
  }

  function dire(texte) {
    annonce.textContent = texte;
  }

  function direPlace(li) {
    const axe = li.closest("[data-axe]");
    const place = fiches(axe).indexOf(li) + 1;
    dire(`«\u202f${nom(li)}\u202f»\u00a0: numéro ${li.querySelector("[data-numero]").textContent}, place ${place} sur ${fiches(axe).length}. L’ordre n’est pas encore enregistré.`);
  }

  const RIEN = "Rien n’a bougé\u00a0: il n’y a pas de place de ce côté.";

  function monter(li) {
    const axe = li.closest("[data-axe]");
    const place = fiches(axe).indexOf(li);
    if (place > fixes(axe)) {
      mettre(li, axe, li.previousElementSibling);
      return true;
    }
    const precedent = axes()[axes().indexOf(axe) - 1];
    if (precedent) mettre(li, precedent, null);
    return Boolean(precedent);
  }

  function descendre(li) {
    const axe = li.closest("[data-axe]");
    if (li.nextElementSibling) {
      mettre(li, axe, li.nextElementSibling.nextElementSibling);
      return true;
    }
    const suivant = axes()[axes().indexOf(axe) + 1];
    if (suivant) mettre(li, suivant, fiches(suivant)[fixes(suivant)] ?? null);
    return Boolean(suivant);
  }

  function deplacerAxe(axe, de) {
    const tous = axes();
    const voisin = tous[tous.indexOf(axe) + de];
    if (!voisin) return false;
    formulaire.insertBefore(axe, de < 0 ? voisin : voisin.nextElementSibling);
    return true;
  }

  formulaire.addEventListener("click", (evenement) => {
    const bouton = evenement.target.closest('button[name="geste"]');
    if (!bouton || bouton.value === "enregistrer") return;
    evenement.preventDefault();
    const [acte, cle, vers] = bouton.value.split(":");
    if (acte.startsWith("axe-")) {
      const axe = formulaire.querySelector(`[data-axe="${cle}"]`);
      const bouge = deplacerAxe(axe, acte === "axe-monter" ? -1 : 1);
      renumeroter();
      bouton.focus();
      dire(bouge ? `«\u202f${axe.querySelector("h2").textContent}\u202f» est en place ${axes().indexOf(axe) + 1}. L’ordre n’est pas encore enregistré.` : RIEN);
      return;
    }
    const li = formulaire.querySelector(`[data-fiche="${cle}"]`);
    let bouge = true;
    if (acte === "monter") bouge = monter(li);
    else if (acte === "descendre") bouge = descendre(li);
    else mettre(li, formulaire.querySelector(`[data-axe="${vers}"]`), null);
    renumeroter();
    const details = bouton.closest("details");
    if (details) {
      details.open = false;
      details.querySelector("summary").focus();
    } else {
      bouton.focus();
    }
    if (bouge) direPlace(li);
    else dire(RIEN);
  });

  /* Dragging: by a handle that only exists with this script; the keyboard has the buttons. */
  let tire = null;
  for (const li of formulaire.querySelectorAll("[data-fiche]:not([data-fixe])")) {
    li.draggable = true;
    li.classList.add("mobile");
  }
  formulaire.addEventListener("dragstart", (evenement) => {
    tire = evenement.target.closest?.("[data-fiche]") ?? null;
    if (!tire) return;
    evenement.dataTransfer.effectAllowed = "move";
    evenement.dataTransfer.setData("text/plain", tire.dataset.fiche);
    tire.classList.add("tire");
  });
  formulaire.addEventListener("dragover", (evenement) => {
    const axe = tire && evenement.target.closest("[data-axe]");
    if (!axe) return;
    evenement.preventDefault();
    const mobiles = fiches(axe).filter((li) => li !== tire && !("fixe" in li.dataset));
    const avant = mobiles.find((li) => {
      const cadre = li.getBoundingClientRect();
      return evenement.clientY < cadre.top + cadre.height / 2;
    });
    if ((avant ?? null) !== tire.nextElementSibling || tire.closest("[data-axe]") !== axe) mettre(tire, axe, avant ?? null);
  });
  formulaire.addEventListener("drop", (evenement) => evenement.preventDefault());
  formulaire.addEventListener("dragend", () => {
    if (!tire) return;
    tire.classList.remove("tire");
    renumeroter();
    direPlace(tire);
    tire = null;
  });
}
