# Teksten van de kaart als overzicht, in het Nederlands.

form = Hoe de kaart wordt getoond
form-show-picture = De kaart tonen zoals ze getekend is
form-show-tree = De kaart als overzicht tonen
outline-of = Overzicht van { $title }
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
