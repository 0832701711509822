passphrase = Passphrase
passphrase-new = New passphrase
passphrase-again = The same once more
passphrase-show = Show what is typed
passphrase-hide = Hide what is typed
passphrase-hint = At least { $least } characters. A few words that have nothing to do with each other are easy to remember and hard to guess.
passphrase-differs = These are two different ones.
passphrase-warning = Without it nobody can open the workspace or its backups, and nobody can find it out again. Keep it where you will find it.
passphrase-remember = Remember on this machine, in the system’s keyring
unlock-title = This workspace is protected
unlock = Open
unlock-working = Opening…
protected = Protected by a passphrase
command-protect = Protect with a passphrase…
command-change-passphrase = Change passphrase…
command-remove-passphrase = Remove passphrase…
protect-title = Protect with a passphrase
protect-text = The workspace is encrypted, with its customers, its maps and its whole history. It opens with the passphrase alone.
protect-do = Protect
protect-working = Working…
protect-wiped = What is there now is overwritten, as far as the disk writes in place. Files that you imported, exported or copied stay as they are.
change-title = Change the passphrase
change-text = From now on the workspace opens with the new passphrase alone.
change-do = Change
remove-title = Remove the passphrase
remove-text = From now on whoever has the file can open the workspace.
remove-do = Remove
protect-backups =
    { $count ->
        [one] There is one backup beside it
       *[other] There are { $count } backups beside it
    }
protect-backups-follow =
    { $what ->
        [remove] Remove the passphrase there too
        [change] Change the passphrase there too
       *[other] Protect backups too
    }
protect-backups-delete = Delete backups
protect-backups-keep =
    { $what ->
        [protect] Leave backups as they are: whoever has them can read them
       *[other] Leave backups as they are: they open with the passphrase of before
    }
protect-done =
    { $what ->
        [remove] The workspace opens without a passphrase.
       *[other] The workspace opens with the new passphrase alone.
    }
protect-left =
    { $count ->
        [one] One backup could not be changed and stayed as it was.
       *[other] { $count } backups could not be changed and stayed as they were.
    }
protect-not-remembered = The keyring of the system does not answer, so the passphrase is not remembered on this machine.
choose-unprotected = this file is not encrypted
failure-backups-untreated = Some backups ({ $count }) are not protected as the workspace is, although they were to be: Touchline ended before.
    .next = It tries again whenever the workspace is opened. Those under a former passphrase go in time, or can be deleted.
failure-workspace-locked = { $path } is protected by a passphrase.
failure-wrong-passphrase = The workspace does not open with this passphrase.
failure-weak-passphrase = This passphrase is too easily guessed.
    .next = Take at least { $least } characters, and not the same few again and again.
failure-protected = { $path } is protected by a passphrase already.
failure-not-protected = { $path } is not protected by a passphrase.
failure-locked-backup = This backup is protected by another passphrase than the workspace.
    .next = Copy it out of the folder of backups, with the ending .touchline, and open it with the passphrase that it was made under.
failure-no-keyring = This system has no keyring, or it does not answer.
