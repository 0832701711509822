passphrase = Wachtzin
passphrase-new = Nieuwe wachtzin
passphrase-again = Dezelfde nog eens
passphrase-show = Toon wat er is getypt
passphrase-hide = Verberg wat er is getypt
passphrase-hint = Minstens { $least } tekens. Een paar woorden die niets met elkaar te maken hebben, zijn makkelijk te onthouden en moeilijk te raden.
passphrase-differs = Dit zijn twee verschillende.
passphrase-warning = Zonder wachtzin kan niemand de werkruimte of haar back-ups openen, en niemand kan hem achterhalen. Bewaar hem waar u hem terugvindt.
passphrase-remember = Onthouden op deze computer, in de sleutelbos van het systeem
unlock-title = Deze werkruimte is beveiligd
unlock = Openen
unlock-working = Bezig met openen…
protected = Beveiligd met een wachtzin
command-protect = Beveiligen met een wachtzin…
command-change-passphrase = Wachtzin wijzigen…
command-remove-passphrase = Wachtzin verwijderen…
protect-title = Beveiligen met een wachtzin
protect-text = De werkruimte wordt versleuteld, met haar klanten, haar kaarten en haar hele geschiedenis. Zij gaat alleen met de wachtzin open.
protect-do = Beveiligen
protect-working = Bezig…
protect-wiped = Wat er nu staat wordt overschreven, voor zover de schijf op dezelfde plek schrijft. Bestanden die u hebt geïmporteerd, geëxporteerd of gekopieerd blijven zoals ze zijn.
change-title = De wachtzin wijzigen
change-text = Vanaf nu gaat de werkruimte alleen met de nieuwe wachtzin open.
change-do = Wijzigen
remove-title = De wachtzin verwijderen
remove-text = Vanaf nu kan wie het bestand heeft de werkruimte openen.
remove-do = Verwijderen
protect-backups =
    { $count ->
        [one] Ernaast staat één back-up
       *[other] Ernaast staan { $count } back-ups
    }
protect-backups-follow =
    { $what ->
        [remove] De wachtzin ook daar verwijderen
        [change] De wachtzin ook daar wijzigen
       *[other] Back-ups ook beveiligen
    }
protect-backups-delete = Back-ups verwijderen
protect-backups-keep =
    { $what ->
        [protect] Back-ups laten zoals ze zijn: wie ze heeft kan ze lezen
       *[other] Back-ups laten zoals ze zijn: ze gaan open met de wachtzin van voorheen
    }
protect-done =
    { $what ->
        [remove] De werkruimte gaat zonder wachtzin open.
       *[other] De werkruimte gaat alleen met de nieuwe wachtzin open.
    }
protect-left =
    { $count ->
        [one] Eén back-up kon niet worden gewijzigd en bleef zoals hij was.
       *[other] { $count } back-ups konden niet worden gewijzigd en bleven zoals ze waren.
    }
protect-not-remembered = De sleutelbos van het systeem antwoordt niet, dus de wachtzin wordt niet op deze computer onthouden.
choose-unprotected = dit bestand is niet versleuteld
failure-backups-untreated = Sommige reservekopieën ({ $count }) zijn niet beveiligd zoals de werkruimte, hoewel dat de bedoeling was: Touchline stopte voordien.
    .next = Bij elk openen van de werkruimte wordt het opnieuw geprobeerd. Die met een vroegere wachtwoordzin verdwijnen op den duur, of kunnen worden verwijderd.
failure-workspace-locked = { $path } is beveiligd met een wachtzin.
failure-wrong-passphrase = De werkruimte gaat met deze wachtzin niet open.
failure-weak-passphrase = Deze wachtzin is te makkelijk te raden.
    .next = Neem minstens { $least } tekens, en niet steeds dezelfde.
failure-protected = { $path } is al beveiligd met een wachtzin.
failure-not-protected = { $path } is niet beveiligd met een wachtzin.
failure-locked-backup = Deze back-up is beveiligd met een andere wachtzin dan de werkruimte.
    .next = Kopieer hem uit de map met back-ups, met de uitgang .touchline, en open hem met de wachtzin waaronder hij is gemaakt.
failure-no-keyring = Dit systeem heeft geen sleutelbos, of hij antwoordt niet.
