# Fasen en overgangen: wat ervan is opgeschreven en wat ermee wordt gedaan.

stage-aim = Bedoeling
stage-aim-none = Wat klanten hier willen
stage-entry = Wanneer binnen
stage-entry-none = Wanneer iemand in deze fase is
stage-tint = Tint
stage-tint-own = Naar de plaats
tint-blue = blauw
tint-teal = blauwgroen
tint-ochre = oker
tint-rose = roze
tint-violet = paars
tint-moss = mosgroen
tint-slate = leigrijs
tint-rust = roest
stage-width-own = Zo smal als de kaartjes toelaten
locked-said = Het is vergrendeld.
touchpoint-locked = Vergrendeld: het kaartje blijft staan en wordt niet verwijderd. Wat erover geschreven is, kunt u wel wijzigen.
stage-locked = Vergrendeld: de fase houdt haar plaats en breedte en wordt niet verwijderd. De kaartjes erin vergrendelt u afzonderlijk.
selection-locked = Vergrendeld: de kaartjes blijven staan en worden niet verwijderd.
stage-delete-title = “{ $title }” verwijderen?
stage-delete-text = De fase heeft { $touchpoints ->
    [one] 1 contactpunt
   *[other] { $touchpoints } contactpunten
}, met { $transitions ->
    [0] geen overgangen
    [one] 1 overgang
   *[other] { $transitions } overgangen
} ervan of ernaartoe.
stage-delete-cells = Wat rijen ervan zeggen gaat dezelfde weg.
stage-delete-into = { $touchpoints ->
    [0] Wat rijen zeggen
    [one] Het contactpunt
   *[other] De contactpunten
} naar “{ $title }” verplaatsen
stage-delete-all = { $touchpoints ->
    [0] Ook verwijderen wat rijen zeggen
    [one] Het contactpunt ook verwijderen
   *[other] De contactpunten ook verwijderen
}

transition-label = Opschrift
transition-label-none = Wat klanten verder brengt
transition-kind = Soort
kind-own = Naar waar hij heen leidt
kind-main = hoofdweg
kind-alternative = alternatief
kind-return = weg terug
transition-insert = Hier een contactpunt tussenvoegen

command-stage-left = De fase naar links verplaatsen
command-stage-right = De fase naar rechts verplaatsen
command-stage-wider = De fase breder maken
command-stage-narrower = De fase smaller maken
