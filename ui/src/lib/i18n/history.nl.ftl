# Teksten over de geschiedenis van een werkruimte, in het Nederlands.

history = Geschiedenis
history-toggle = Geschiedenis
history-close = Geschiedenis sluiten
history-steps = Stappen, de nieuwste eerst
history-today = Vandaag
history-yesterday = Gisteren
history-now = Nu
history-now-undone = Nu · { $count ->
    [one] de stap hierboven is ongedaan gemaakt
   *[other] de { $count } stappen hierboven zijn ongedaan gemaakt
}
history-now-hint = { $count ->
    [one] Met de volgende wijziging vervalt die voorgoed.
   *[other] Met de volgende wijziging vervallen die voorgoed.
}
history-beginning = Zoals de werkruimte is gemaakt
history-cut = Oudere stappen worden niet bewaard
history-opened = Zoals je haar opende
history-opened-lost = Hoe je haar opende, ligt verder terug dan de stappen die bewaard zijn. Het staat bij de reservekopieën.
history-opened-backup = Reservekopieën openen
history-step-of = { $step } “{ $subject }”
history-row = { $step }, { $when }
history-row-undone = { $step }, { $when }, ongedaan gemaakt
history-row-current = { $step }, { $when }, zoals het nu is
history-none = Er is nog niets gedaan dat ongedaan gemaakt kan worden.
history-discarded = { $count ->
    [one] 1 ongedaan gemaakte stap is met deze wijziging vervallen
   *[other] { $count } ongedaan gemaakte stappen zijn met deze wijziging vervallen
}
