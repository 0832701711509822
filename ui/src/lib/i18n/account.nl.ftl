# Teksten over waar klanten bleven na een contactpunt of overgang, in het Nederlands.

account-ghost = Niet op de kaart
account-draw-hint = Dubbelklik om deze te tekenen
account-entered-customers = Klanten die binnenkwamen
account-entered-visits = Bezoeken
account-moved = Ging naar { $title }
account-more = { $count ->
    [one] Ging een andere kant op
   *[other] Ging { $count } andere kanten op
}
account-in-progress = { -word-in-progress(form: "start") }
account-returned-late = { -word-came-back-late(form: "start") }
account-dropped = { -word-never-came-back(form: "start") }
account-stayed = { -word-stayed(form: "start") }
account-elsewhere = van wie buiten deze kaart actief
account-rate-conversion = { -word-conversion(form: "start") }
account-rate-eventual = Uiteindelijke conversie
account-rate-drop-off = { -word-drop-off(form: "start") }
account-rate-stayed = { -word-stayed(form: "start") }
account-of = van
account-interval = 95%-interval
account-few = minder dan 30: onzeker
account-time = Doorlooptijd:
account-times = mediaan { $median }, middelste helft { $p25 } tot { $p75 }, 95 % binnen { $p95 }
account-unseen-ahead = De kaart leidt verder naar iets zonder gebeurtenissen: wie daarheen gaat is niet te zien, dus dit is hoogstens zo veel.

define-entered-customers = Het eerste bezoek van elke klant hier, met een begin binnen de periode.
define-entered-visits = Elk bezoek hier met een begin binnen de periode.
define-moved = Het volgende bezoek was daar, en begon binnen de termijn.
define-more = Het volgende bezoek was bij een van de andere, en begon binnen de termijn.
define-in-progress = Ging nog niet verder en heeft nog tijd.
define-returned-late = Ging wel verder, maar pas na afloop van de termijn.
define-dropped = Kwam niet terug, terwijl de termijn voorbij is.
define-stayed = Eindigde hier. Dit is een doel, dus het telt niet als verlies.
define-conversion = Het percentage dat daarna hierheen ging, binnen de termijn.
define-eventual = Het percentage met een bezoek daar binnen de termijn, ook met andere bezoeken ertussen. Samen kunnen de percentages boven 100 % uitkomen.
define-drop-off = Het percentage dat niet of te laat terugkwam.
define-matured = Geteld over wie de termijn voorbij is op de peildatum, zodat niemand afgehaakt heet die nog tijd heeft.
define-observed = Waargenomen: geteld over iedereen die binnenkwam, ook wie nog tijd heeft.
define-interval = Het interval van Wilson: als dit steeds opnieuw werd gemeten, lag het werkelijke percentage er in 95 van de 100 gevallen binnen.
define-time = Van binnenkomst tot binnenkomst, van wie verderging.
define-elsewhere = Deed binnen de termijn iets wat bij geen contactpunt van deze kaart hoort.
define-ghost = Klanten nemen deze weg, maar hij staat niet op de kaart.
account-median = Mediane tijd
account-median-against = { $first } ({ $moved }) tegen { $second } ({ $others })
account-median-interval = (95% { $low } tot { $high })
define-time-difference = Hoeveel de mediane tijd van binnenkomst tot binnenkomst verschilt, van wie verderging. Het 95%-interval is dat van 1.000 bootstraptrekkingen van beide kanten; het verschil is duidelijk als dat 0 uitsluit, elke weg op zichzelf. Onder 5 aan een kant wordt niets vergeleken.
account-compared = tegen { $share }
account-difference-interval = 95%-interval van het verschil
account-span = { $low } tot { $high }
account-clear = duidelijk
account-chance = kan toeval zijn
define-difference-interval = Het interval van Newcombe voor het verschil van twee percentages. Een verschil is duidelijk als dat 0 uitsluit en als over alle wegen van de kaart naar verwachting hooguit 5 % van de duidelijke verschillen toeval is.
