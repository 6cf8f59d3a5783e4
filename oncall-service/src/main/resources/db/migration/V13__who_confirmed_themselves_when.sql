-- When somebody last proved at this browser who they are: at the sign-in, and again before what matters most.
alter table session add column confirmed_at timestamptz;
update session set confirmed_at = created_at;
alter table session alter column confirmed_at set not null;

-- Enough of a token to tell it from others in a list, and too little to use it.
alter table api_token add column prefix text;
