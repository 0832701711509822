## De plek voor inzichten

insights-none = Importeer wat uw klanten deden, dan laten funnels, varianten en paden hier zien welke wegen ze gaan.
insights-no-map = Teken eerst een kaart: funnels, varianten en paden volgen de fasen en contactpunten ervan.
insights-counting = Bezig met tellen…
insights-stages = Fasen
insights-touchpoints = Contactpunten

## Funnel

funnel = Funnel
funnel-words = Hoe ver klanten komen langs deze stappen, in deze volgorde, alles binnen { $window } na de eerste. Elke klant telt één keer, wat er ook tussen zat.
funnel-stages = Alle fasen
funnel-empty = Voeg een stap toe om te beginnen.
funnel-nobody = In deze periode kwam niemand bij de eerste stap. Kies een andere stap, of een langere periode in de vraag hierboven.
funnel-add = Stap toevoegen…
funnel-step = Stap { $number }
funnel-optional = { $step } mag worden overgeslagen
funnel-up = { $step } naar boven
funnel-remove = { $step } weghalen
funnel-of-first = { $share } van wie bij de eerste stap kwam ({ $range })
funnel-itself = van hen kwamen er langs:
funnel-time = de helft binnen { $median } na de eerste stap
funnel-go-on = { $share } gaat verder ({ $range } van { $of })
funnel-lost = { $lost } { $count ->
    [one] haakt af
   *[other] haken af
}
funnel-under-way = { $underWay } { $count ->
    [one] heeft
   *[other] hebben
} nog tijd
funnel-exclude = zonder…
funnel-exclude-between = Wat niet mag gebeuren tussen { $from } en { $to }
funnel-exclude-remove = { $title } mag weer gebeuren
funnel-who-reached = Kwam tot { $step }
funnel-who-itself = Kwam bij { $step }
funnel-who-under-way = Kwam tot { $step } en heeft nog tijd
funnel-who-lost = Kwam niet verder dan { $step }

## Varianten

variants = Varianten
variants-words = De { $top } meest voorkomende wegen tussen { $level }, vanaf het eerste bezoek van elke klant, afgekapt na { $length } bezoeken.
variants-top = Hoeveel er worden getoond
variants-length = Na hoeveel bezoeken ze worden afgekapt
variants-sum = { $all } { $customers ->
    [one] klant ging
   *[other] klanten gingen
} { $variants ->
    [one] 1 weg
   *[other] { NUMBER($variants) } wegen
}. De { NUMBER($top) } hieronder zijn goed voor { $share }.
variants-none = In deze periode bezocht niemand iets op deze kaart.
variants-others = { $count ->
    [one] ging
   *[other] gingen
} een andere weg ({ $share })
variants-went-on = { $count ->
    [one] ging verder
   *[other] gingen verder
}
variants-light = Oplichten op de kaart
variants-who = Ging { $way }
variants-who-any = Bezocht iets op deze kaart
variants-who-others = Ging een andere weg dan die hier staan
variants-who-went-on = Ging { $way }, en verder

## Paden

paths = Paden
paths-words = Waar klanten { $toward } { $node }, tot { $depth } overgangen ver, elk binnen { $window } na de vorige.
paths-next = heen gingen vanaf
paths-before = vandaan kwamen op weg naar
paths-toward = Welke kant op
paths-node = Van waar of naar waar
paths-depth = Hoeveel overgangen
paths-no-nodes = Deze kaart heeft nog geen fasen.
paths-nobody = In deze periode kwam niemand bij { $title }.
paths-others-next = ergens anders heen
paths-others-before = ergens anders vandaan
paths-ended-next = niet verder binnen de tijd
paths-ended-before = begon hier
paths-who-came-next = Ging { $way }
paths-who-came-before = Ging { $way }
paths-who-others-next = Ging { $way } en dan ergens anders heen
paths-who-others-before = Kwam ergens anders vandaan naar { $way }
paths-who-ended-next = Ging { $way } en niet verder binnen de tijd
paths-who-ended-before = Begon met { $way }
command-paths-next = Paden vanaf hier
command-paths-before = Paden naar hier
