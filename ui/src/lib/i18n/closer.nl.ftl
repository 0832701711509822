# Teksten bij het nader bekijken van een contactpunt, fase of weg, in het Nederlands.

closer = Nader bekeken
closer-asking = Bezig met tellen…
closer-failed = Dit kon niet worden geteld.
closer-none = Niemand ging hier verder, dus er is geen doorlooptijd.

closer-times = Doorlooptijd
closer-times-define = Hoe lang het duurde voor wie verderging, van binnenkomst tot binnenkomst. De lijn is de mediaan, de band de middelste helft.
closer-bin = { $from } tot { $to }
closer-bin-first = minder dan { $to }
closer-bin-last = { $from } of meer
closer-people-took = { $people }, in { $span }

closer-trend = In de tijd
closer-trend-define-drop-off = Het percentage afhakers van wie in elke periode binnenkwam, alsof alleen daarnaar is gevraagd.
closer-trend-define-stayed = Het percentage dat bleef van wie in elke periode binnenkwam, alsof alleen daarnaar is gevraagd.
closer-trend-define-conversion = De conversie van wie in elke periode binnenkwam, alsof alleen daarnaar is gevraagd.
closer-by = Perioden
closer-by-day = Dag
closer-by-week = Week
closer-by-month = Maand
closer-week = Week van { $day }
closer-open = nog open
closer-open-define = Een open rondje is een periode waarin nog niet iedereen alle tijd heeft gehad; wat het zegt kan nog veranderen.
closer-no-rate = nog geen percentage
closer-point = { $period }: { $rate } van { $of }, interval { $interval }
closer-point-none = { $period }: { $entered } binnengekomen
closer-entered = binnengekomen
closer-earlier = { $count ->
    [one] Eén eerdere periode is weggelaten.
   *[other] { $count } eerdere perioden zijn weggelaten.
}
closer-people-in = { $people } · { $period }

closer-next = Wat ze daarna deden
closer-next-define = Wat wie te laat of nooit terugkwam als eerste deed na afloop van de termijn, op deze kaart of daarbuiten.
closer-next-nothing = Niets meer
closer-next-none = Hier haakte niemand af.
closer-next-event = Wat
closer-next-at = bij { $title }
closer-people-next = { $people }, daarna { $event }
closer-more = { $count ->
    [one] Nog één
   *[other] Nog { $count }
}

closer-drivers = Wat samengaat met verdergaan
closer-drivers-define = Wie vaker of juist minder vaak verdergaat, van wie alle tijd heeft gehad. Een odds van 2 is twee keer de odds van alle anderen. Niets hiervan is een oorzaak.
closer-drivers-none = Met minder dan 30 aan een van beide kanten, of waar iedereen of niemand verderging, valt er niets te zeggen.
closer-drivers-compared = { $count ->
    [one] Eén kenmerk is vergeleken. Het is geen oorzaak.
   *[other] { $count } kenmerken zijn vergeleken. Geen ervan is een oorzaak.
}
closer-factor-value = { $name }: { $value }
closer-factor-empty = { $name }: onbekend
closer-factor-came = Was eerder bij { $title }
closer-odds = odds × { $ratio }
closer-odds-spoken = odds { $low } tot { $high } keer die van alle anderen
closer-with = met
closer-without = zonder
closer-people-with = { $people }, { $factor }
closer-people-without = { $people }, niet { $factor }
