/* For a short while what customers wrote was put on the sheet of a new room by the system, where it may name people (G1). What nobody has saved as the
   own word goes; what somebody has saved stays. */
delete from incidents.sheet_value where key = 'found_what' and by_name = '';
