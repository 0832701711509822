# Stages and transitions: what is written of them, and what is done with them.

stage-aim = Aim
stage-aim-none = What customers want here
stage-entry = Entry rule
stage-entry-none = When somebody has entered it
stage-tint = Tint
stage-tint-own = By its place
tint-blue = blue
tint-teal = teal
tint-ochre = ochre
tint-rose = rose
tint-violet = violet
tint-moss = moss
tint-slate = slate
tint-rust = rust
stage-width-own = Narrow as its cards allow
locked-said = It is locked.
touchpoint-locked = Locked: its card stays where it is and is not deleted. What is written of it can be changed.
stage-locked = Locked: it stays in its place, as wide as it is, and is not deleted. Its cards are locked each by itself.
selection-locked = Locked: the cards stay where they are and are not deleted.
stage-delete-title = Delete “{ $title }”?
stage-delete-text = The stage has { $touchpoints ->
    [one] 1 touchpoint
   *[other] { $touchpoints } touchpoints
}, with { $transitions ->
    [0] no transitions
    [one] 1 transition
   *[other] { $transitions } transitions
} to or from { $touchpoints ->
    [one] it
   *[other] them
}.
stage-delete-cells = What lanes say of it goes the same way.
stage-delete-into = Move { $touchpoints ->
    [0] what lanes say
    [one] the touchpoint
   *[other] the touchpoints
} to “{ $title }”
stage-delete-all = { $touchpoints ->
    [0] Delete what lanes say too
    [one] Delete the touchpoint too
   *[other] Delete the touchpoints too
}

transition-label = Label
transition-label-none = What leads customers on
transition-kind = Kind
kind-own = By where it leads
kind-main = main way
kind-alternative = alternative
kind-return = way back
transition-insert = Insert touchpoint here

command-stage-left = Move the stage to the left
command-stage-right = Move the stage to the right
command-stage-wider = Make the stage wider
command-stage-narrower = Make the stage narrower
