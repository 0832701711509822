# Texts of the place of customers and of every figure that leads there, in English.

customers-none = Import what your customers did, and they are listed here.
customers-everybody = All customers
customers-ruled = Customers by a rule
customers-picked = Picked customers
customers-others = All but { $who }
customers-gone = Nobody any more
customers-on-map = on the map “{ $map }”
customers-back-to-map = Back to the map
customers-back-to-insights = Back to the insights
customers-back-to-personas = Back to the personas
customers-back-to-quality = Back to the data quality
customers-show-everybody = Show all customers
customers-search = Search customers
customers-search-hint = Search key, name and attributes
customers-search-clear = Search for nothing
customers-preparing = Preparing the search: { $share }
customers-within = Only those of
customers-within-any = Any persona or segment
customers-columns = Columns
customers-columns-search = Search columns
customers-writing = Writing the list …
customers-writing-stop = Stopping; no file is written
customers-export = Export CSV

## The people on a list

people-key = Key
people-name = Name
people-entry = Entered
people-first = First interaction
people-last = Last interaction
people-interactions = Interactions
people-none = Nobody is on this list.
people-reading = Looking up who they are …
people-open = { $count }: { $who }
people-customers = { $count ->
    [one] { NUMBER($count) } customer
   *[other] { NUMBER($count) } customers
}
people-visits = { $count ->
    [one] { NUMBER($count) } visit
   *[other] { NUMBER($count) } visits
} of { $customers ->
    [one] { NUMBER($customers) } customer
   *[other] { NUMBER($customers) } customers
}
people-narrowed-customers = { NUMBER($count) } of { $of ->
    [one] { NUMBER($of) } customer
   *[other] { NUMBER($of) } customers
}
people-narrowed-visits = { NUMBER($count) } of { $of ->
    [one] { NUMBER($of) } visit
   *[other] { NUMBER($of) } visits
}, by { $customers ->
    [one] { NUMBER($customers) } customer
   *[other] { NUMBER($customers) } customers
}

## What the people behind a number have in common

people-of-felt = Who answered a survey about { $title }
people-of-all = Entered { $title }
people-of-moved = Moved on from { $title }
people-of-matured-moved = Moved on from { $title }, window over
people-of-moved-to-next = { $title } → { $to }
people-of-moved-to-eventual = { $title } → … → { $to }
people-of-matured-moved-to-next = { $title } → { $to }, window over
people-of-matured-moved-to-eventual = { $title } → … → { $to }, window over
people-of-in-progress = { -word-in-progress(form: "start") } · { $title }
people-of-returned-late = { -word-came-back-late(form: "start") } · { $title }
people-of-dropped = { -word-never-came-back(form: "start") } · { $title }
people-of-lost = { -word-drop-off(form: "start") } · { $title }
people-of-matured = Window over · { $title }
people-of-returned-late-elsewhere = { -word-came-back-late(form: "start") }, active outside this map · { $title }
people-of-dropped-elsewhere = { -word-never-came-back(form: "start") }, active outside this map · { $title }

## One customer

customer-back = Back to the list
customer-show-way = Show the path on the map
customer-in-none = In none
customer-persona-segment-in = Yes, by its segment
customer-persona-segment-out = No, by its segment
customer-persona-picked = Yes, picked by hand
customer-persona-excluded = No, excluded by hand
customer-merged = Merged with
customer-separate = Separate { $key }
customer-attributes = Attributes
customer-attributes-none = Nothing more is known.
timeline = Everything that happened
timeline-on-map = Everything that happened, on the map “{ $map }”
timeline-no-touchpoint = On no touchpoint
timeline-empty = Nothing has happened yet.
timeline-value = { $value } { $currency }
way-of = The path of { $name }: { $count ->
    [one] 1 visit
   *[other] { NUMBER($count) } visits
}
way-of-funnel = A funnel of { $count ->
    [one] 1 step
   *[other] { NUMBER($count) } steps
}, to the end of which { $customers ->
    [one] 1 customer comes
   *[other] { NUMBER($customers) } customers come
}
way-of-variant = A way that { $customers ->
    [one] 1 customer
   *[other] { NUMBER($customers) } customers
} went: { $count ->
    [one] 1 visit
   *[other] { NUMBER($count) } visits
}
way-none = The path of { $name } touches nothing on this map
way-close = Show the whole map
way-customer = Open this customer
