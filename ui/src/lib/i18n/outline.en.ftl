# Texts of the map as an outline, in English.

form = How the map is shown
form-show-picture = Show the map as it is drawn
form-show-tree = Show the map as an outline
outline-of = Outline of { $title }
outline-customers = { $count ->
    [one] customer
   *[other] customers
}
outline-visits = { $count ->
    [one] visit
   *[other] visits
}
outline-moved = { $title } is now { $place } of { $of }.
outline-moved-in = { $title } is now { $place } of { $of } in { $parent }.
command-add-after = Add one after it
command-move-row = Move it up or down
shortcuts-outline = The outline
skip-to-main = Skip to the map or list
done = Done: { $step }
done-of = Done: { $step } “{ $subject }”
undone = Undone: { $step }
undone-of = Undone: { $step } “{ $subject }”
redone = Done again: { $step }
redone-of = Done again: { $step } “{ $subject }”
