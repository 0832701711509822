# Texts of the map as an outline, in English.

form = How the map is shown
form-show-picture = Show the map as it is drawn
form-show-tree = Show the map as an outline
form-show-table = Show the map as a table
outline-of = Outline of { $title }
outline-table-of = Touchpoints of { $title }
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
outline-column-title = { -word-touchpoint(form: "start") }
outline-column-stage = { -word-stage(form: "start") }
outline-column-channel = { -word-channel }
outline-column-customers = Customers
outline-column-visits = Visits
outline-column-moved = Moved on
outline-column-drop-off = { -word-drop-off(form: "start") }
outline-column-sentiment = Satisfaction
outline-column-onwards = Leads to
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
outline-find-none = This map has no touchpoints yet. Insert adds one.
outline-sentiment-none = Not said
outline-edit-stage = Stage of { $title }
outline-edit-channel = Channel of { $title }
outline-edit-sentiment = How customers feel at { $title }
