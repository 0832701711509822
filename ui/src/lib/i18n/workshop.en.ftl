# Texts of workshops, in English.

workshop = Workshop
shortcuts-workshop = A workshop
workshop-toggle = Begin or end the workshop
workshop-begin = Begin the workshop
workshop-end = End the workshop
workshop-stop = End
workshop-who = Who writes and votes
workshop-who-hint = Your name
workshop-lock = Lock the map beneath the notes
workshop-unlock = Unlock the map beneath the notes
note = Note
note-new = New note
note-write = Write on the note
note-tint = Colour of the note
note-tools = The note
note-covered = Not revealed yet
note-empty = Nothing written
note-dot = Give a dot
note-dot-back = Take a dot back
note-join = Put the note to another
note-take-out = Take the note out of its cluster
note-park = Park the note
note-settle = Make it a pain, an opportunity or an action
note-picked = { $note } is picked up. Go to another note and press J to put it there.
note-put-back = The note stays where it is.
note-joined = { $note } is with { $to } now.
cluster-name = Name of the cluster
notes-cover = Cover what is written
notes-cover-not = Write in sight of all
notes-reveal = Reveal
dots = Dots
dots-each = { $dots ->
    [one] { $dots } dot each
   *[other] { $dots } dots each
}
dots-fewer = One dot fewer each
dots-more = One dot more each
dots-left = { $who }: { $left } left
dots-given = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}
dots-told = { $dots ->
    [one] { $voter } gives it { $dots } dot, and has { $left } left.
   *[other] { $voter } gives it { $dots } dots, and has { $left } left.
}
timer = Timer
timer-start = Start the timer
timer-hold = Hold the timer
timer-shorter = One minute less
timer-longer = One minute more
timer-reset = Back to the beginning
timer-over = The time is over.
ranking = Ranking
ranking-close = Close the ranking
ranking-none = Press M to write the first note. What gets the most dots stands on top here.
ranking-notes = { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
settled = Settled
outcome-pain = Pain
outcome-opportunity = Opportunity
outcome-action = Action
lane-of-actions = Actions to take
settle-what = What it becomes
settle-at = A card in the lane, at { $title }.
settle-stage = { -word-stage(form: "start") }
settle-owner = Who sees to it
settle-due = By
settle-no-day = no day yet
settle-make = Make it so
parking = Parking lot
parking-none = What is for later is parked here.
parking-back = Back on the map
