# Teksten van de kaart als overzicht, in het Nederlands.

form = Hoe de kaart wordt getoond
form-show-picture = De kaart tonen zoals ze getekend is
form-show-tree = De kaart als overzicht tonen
form-show-table = De kaart als tabel tonen
outline-of = Overzicht van { $title }
outline-table-of = Contactpunten van { $title }
outline-customers = { $count ->
    [one] klant
   *[other] klanten
}
outline-visits = { $count ->
    [one] bezoek
   *[other] bezoeken
}
outline-moved = { $title } is nu { $place } van { $of }.
outline-moved-in = { $title } is nu { $place } van { $of } in { $parent }.
outline-column-title = { -word-touchpoint(form: "start") }
outline-column-stage = { -word-stage(form: "start") }
outline-column-channel = { -word-channel }
outline-column-customers = Klanten
outline-column-visits = Bezoeken
outline-column-moved = Doorgegaan
outline-column-drop-off = { -word-drop-off(form: "start") }
outline-column-sentiment = Tevredenheid
outline-column-onwards = Leidt naar
command-add-after = Er een achter toevoegen
command-move-row = Omhoog of omlaag verplaatsen
shortcuts-outline = Het overzicht
skip-to-main = Naar de kaart of lijst
done = Gedaan: { $step }
done-of = Gedaan: { $step } “{ $subject }”
undone = Ongedaan gemaakt: { $step }
undone-of = Ongedaan gemaakt: { $step } “{ $subject }”
redone = Opnieuw gedaan: { $step }
redone-of = Opnieuw gedaan: { $step } “{ $subject }”
outline-find-none = Deze kaart heeft nog geen contactpunten. Insert voegt er een toe.
outline-sentiment-none = Niet gezegd
outline-edit-stage = Fase van { $title }
outline-edit-channel = Kanaal van { $title }
outline-edit-sentiment = Hoe klanten zich voelen bij { $title }
