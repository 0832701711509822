# Teksten van workshops, in het Nederlands.

workshop = Workshop
shortcuts-workshop = Een workshop
workshop-toggle = Workshop beginnen of afsluiten
workshop-begin = Workshop beginnen
workshop-end = Workshop afsluiten
workshop-stop = Afsluiten
workshop-who = Wie schrijft en stemt
workshop-who-hint = Uw naam
workshop-lock = Kaart onder de notities vastzetten
workshop-unlock = Kaart onder de notities losmaken
note = Notitie
note-new = Nieuwe notitie
note-write = Op de notitie schrijven
note-tint = Kleur van de notitie
note-tools = De notitie
note-covered = Nog niet onthuld
note-empty = Niets geschreven
note-dot = Stip geven
note-dot-back = Stip terugnemen
note-join = Notitie bij een andere leggen
note-take-out = Notitie uit het cluster halen
note-park = Notitie parkeren
note-settle = Er een pijnpunt, kans of actie van maken
note-picked = { $note } is opgepakt. Ga naar een andere notitie en druk op J om hem daarbij te leggen.
note-put-back = De notitie blijft liggen.
note-joined = { $note } ligt nu bij { $to }.
cluster-name = Naam van het cluster
notes-cover = Afdekken wat er wordt geschreven
notes-cover-not = Schrijven waar iedereen bij is
notes-reveal = Onthullen
dots = Stippen
dots-each = { $dots ->
    [one] { $dots } stip per persoon
   *[other] { $dots } stippen per persoon
}
dots-fewer = Eén stip minder per persoon
dots-more = Eén stip meer per persoon
dots-left = { $who }: nog { $left }
dots-given = { $dots ->
    [one] { $dots } stip
   *[other] { $dots } stippen
}
dots-told = { $dots ->
    [one] { $voter } geeft { $dots } stip en heeft er nog { $left }.
   *[other] { $voter } geeft { $dots } stippen en heeft er nog { $left }.
}
timer = Timer
timer-start = Timer starten
timer-hold = Timer stilzetten
timer-shorter = Eén minuut minder
timer-longer = Eén minuut meer
timer-reset = Terug naar het begin
timer-over = De tijd is om.
ranking = Rangorde
ranking-close = Rangorde sluiten
ranking-none = Druk op M om de eerste notitie te schrijven. Wat de meeste stippen krijgt, staat hier bovenaan.
ranking-notes = { $notes ->
    [one] { $notes } notitie
   *[other] { $notes } notities
}
settled = Besloten
outcome-pain = Pijnpunt
outcome-opportunity = Kans
outcome-action = Actie
lane-of-actions = Uit te voeren acties
settle-what = Wat het wordt
settle-at = Een kaart in de rij, bij { $title }.
settle-stage = { -word-stage(form: "start") }
settle-owner = Wie het oppakt
settle-due = Uiterlijk
settle-no-day = nog geen dag
settle-make = Vastleggen
parking = Parkeerplaats
parking-none = Wat later komt, wordt hier geparkeerd.
parking-back = Terug op de kaart
