/**
 * Everyday English words that ask for the same, a group a line; a phrase has its words joined by `_`. They help where a folder's
 * `words.yaml` says nothing, and count less than what it says.
 */
export const ENGLISH_SYNONYMS = `
remove delete erase get_rid_of take_off take_down
stop prevent disable block avoid turn_off switch_off shut_off
enable activate turn_on switch_on allow
replace swap exchange substitute switch
change edit modify alter update adjust
show display view
search find locate look_up look_for
make create build produce generate construct set_up
several multiple various more_than_one
computer pc laptop machine
picture photo photograph image
message mail email e_mail
buy purchase
price cost fee charge pay payment expense how_much
begin start commence launch
end finish conclude stop over
big large huge
small little tiny
fast quick rapid
job work occupation post position
repair fix solve
broken defective faulty damaged not_working out_of_order
difference differ versus vs distinguish compared
error problem issue trouble fault bug
move transfer migrate
share forward send
save store keep preserve
backup back_up
export download extract
import upload
add insert include attach incorporate
join combine merge unite
connect link attach
split separate divide
choose select pick
safe secure safety security
private privacy hidden hide
child kid children minor
car vehicle
boss leader head chief chair director manager in_charge charge_of
person human individual
place location site venue spot
phone telephone number call
contact reach get_in_touch
guest visitor
sign_up register enrol enroll join
cancel quit leave terminate end_membership unsubscribe
forbidden prohibited banned not_allowed
required mandatory obligatory compulsory must have_to
book reserve booking reservation
rent hire rental
lost missing misplaced
eat food meal snack
animal dog pet
limit restrict constrain restriction maximum
increase raise grow more
decrease reduce lower cut
oldest first earliest
latest newest last most_recent
automatic automatically auto
old age
own personal
folder directory
text words
group team
duration how_long length
often frequently regularly
teach train instruct training course lesson
learn study
clean tidy wash
meet meeting get_together gathering
party celebration event
close shut closing
open opening
rule regulation policy
penalty fine
late overdue delayed
borrow loan lend
donate donation give_away
volunteer helper helping
money cash funds
possible able
trust reliable
look appearance
same identical
explain describe
receive get obtain
accidentally by_mistake mistakenly
retrieve recover restore get_back undo
sort order arrange
notify notification alert
name called title
`;
