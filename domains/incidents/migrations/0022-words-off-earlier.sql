/* What 0021 took off the sheet had been copied to what stood there before wherever somebody had written over it: the copy in the customers' words goes as
   well. What a person had written stays. */
delete from incidents.sheet_earlier where key = 'found_what' and by_name = '';
