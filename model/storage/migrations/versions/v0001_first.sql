-- The first layout: every table as it was on the first day, written out and never changed.

CREATE TABLE region (
    "key" INTEGER NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT pk_region PRIMARY KEY ("key"),
    CONSTRAINT uq_region_id UNIQUE (id)
)
 STRICT;

CREATE TABLE rating (
    day INTEGER NOT NULL,
    region INTEGER NOT NULL,
    severity INTEGER,
    entered INTEGER NOT NULL,
    recorded_at INTEGER,
    utc_offset INTEGER,
    CONSTRAINT pk_rating PRIMARY KEY (day, region),
    CONSTRAINT ck_rating_day CHECK (day BETWEEN -25567 AND 84005),
    CONSTRAINT ck_rating_region CHECK (region > 0),
    CONSTRAINT ck_rating_severity CHECK (severity BETWEEN 0 AND 10),
    CONSTRAINT ck_rating_entered CHECK (entered BETWEEN 0 AND 3),
    CONSTRAINT ck_rating_recorded_at CHECK (recorded_at BETWEEN -2209075200 AND 7258204800),
    CONSTRAINT ck_rating_utc_offset CHECK (utc_offset BETWEEN -1440 AND 1440)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE rating_digest (
    day INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    CONSTRAINT pk_rating_digest PRIMARY KEY (day)
)
 STRICT;

CREATE TABLE journal (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    title TEXT NOT NULL,
    undone INTEGER NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (id),
    CONSTRAINT ck_journal_undone CHECK (undone BETWEEN 0 AND 1)
)
 STRICT;

CREATE TABLE profile (
    name TEXT NOT NULL,
    birth_year INTEGER,
    sex TEXT,
    onset_age INTEGER,
    family_history INTEGER,
    stops_in_sleep INTEGER,
    symmetric INTEGER,
    episodes_per_week INTEGER,
    diagnosis TEXT NOT NULL,
    icd10 TEXT NOT NULL,
    dominant_hand TEXT,
    day_ends_at_hour INTEGER NOT NULL,
    week_starts_on INTEGER NOT NULL,
    hdss_wording TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_profile PRIMARY KEY (id),
    CONSTRAINT ck_profile_name CHECK (length(name) <= 200),
    CONSTRAINT ck_profile_birth_year CHECK (birth_year BETWEEN 1900 AND 2199),
    CONSTRAINT ck_profile_onset_age CHECK (onset_age BETWEEN 0 AND 120),
    CONSTRAINT ck_profile_family_history CHECK (family_history BETWEEN 0 AND 1),
    CONSTRAINT ck_profile_stops_in_sleep CHECK (stops_in_sleep BETWEEN 0 AND 1),
    CONSTRAINT ck_profile_symmetric CHECK (symmetric BETWEEN 0 AND 1),
    CONSTRAINT ck_profile_episodes_per_week CHECK (episodes_per_week BETWEEN 0 AND 999),
    CONSTRAINT ck_profile_diagnosis CHECK (length(diagnosis) <= 200),
    CONSTRAINT ck_profile_icd10 CHECK (length(icd10) <= 16),
    CONSTRAINT ck_profile_day_ends_at_hour CHECK (day_ends_at_hour BETWEEN 0 AND 6),
    CONSTRAINT ck_profile_week_starts_on CHECK (week_starts_on BETWEEN 1 AND 7),
    CONSTRAINT ck_profile_hdss_wording CHECK (length(hdss_wording) <= 200)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE own_region (
    name TEXT NOT NULL,
    parent TEXT NOT NULL,
    retired INTEGER NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_own_region PRIMARY KEY (id),
    CONSTRAINT ck_own_region_name CHECK (length(name) <= 200),
    CONSTRAINT ck_own_region_retired CHECK (retired BETWEEN 0 AND 1),
    CONSTRAINT ck_own_region_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE followed_region (
    region TEXT NOT NULL,
    followed INTEGER NOT NULL,
    position INTEGER NOT NULL,
    bother INTEGER,
    digest BLOB NOT NULL,
    CONSTRAINT pk_followed_region PRIMARY KEY (region),
    CONSTRAINT ck_followed_region_followed CHECK (followed BETWEEN 0 AND 1),
    CONSTRAINT ck_followed_region_position CHECK (position BETWEEN 0 AND 999),
    CONSTRAINT ck_followed_region_bother CHECK (bother BETWEEN 0 AND 10)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE baseline (
    region TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    set_at TEXT,
    reason TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_baseline PRIMARY KEY (region),
    CONSTRAINT ck_baseline_starts CHECK (starts BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_baseline_ends CHECK (ends BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_baseline_set_at CHECK (set_at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_baseline_reason CHECK (length(reason) <= 20000)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE moment (
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    region TEXT NOT NULL,
    severity INTEGER NOT NULL,
    triggers TEXT NOT NULL,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_moment PRIMARY KEY (id),
    CONSTRAINT ck_moment_at CHECK (at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_moment_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_moment_severity CHECK (severity BETWEEN 0 AND 10),
    CONSTRAINT ck_moment_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_moment_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE day_context (
    day TEXT NOT NULL,
    state TEXT,
    stress INTEGER,
    heat TEXT,
    activity TEXT,
    night_sweat TEXT,
    interference INTEGER,
    temperature_celsius REAL,
    clothes_changed INTEGER,
    showers INTEGER,
    tags TEXT NOT NULL,
    note TEXT NOT NULL,
    private_note TEXT NOT NULL,
    zone TEXT,
    recorded_at TEXT,
    digest BLOB NOT NULL,
    CONSTRAINT pk_day_context PRIMARY KEY (day),
    CONSTRAINT ck_day_context_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_day_context_stress CHECK (stress BETWEEN 0 AND 10),
    CONSTRAINT ck_day_context_interference CHECK (interference BETWEEN 0 AND 10),
    CONSTRAINT ck_day_context_temperature_celsius CHECK (temperature_celsius BETWEEN -60 AND 60),
    CONSTRAINT ck_day_context_clothes_changed CHECK (clothes_changed BETWEEN 0 AND 99),
    CONSTRAINT ck_day_context_showers CHECK (showers BETWEEN 0 AND 99),
    CONSTRAINT ck_day_context_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_day_context_private_note CHECK (length(private_note) <= 20000),
    CONSTRAINT ck_day_context_zone CHECK (length(zone) <= 200),
    CONSTRAINT ck_day_context_recorded_at CHECK (recorded_at BETWEEN '1900' AND '2200')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE assessment (
    day TEXT NOT NULL,
    instrument TEXT NOT NULL,
    score INTEGER NOT NULL,
    domain_daily_life INTEGER,
    domain_psychosocial INTEGER,
    region TEXT,
    wording TEXT NOT NULL,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_assessment PRIMARY KEY (id),
    CONSTRAINT ck_assessment_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_assessment_score CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT ck_assessment_domain_daily_life CHECK (domain_daily_life BETWEEN 0 AND 100),
    CONSTRAINT ck_assessment_domain_psychosocial CHECK (domain_psychosocial BETWEEN 0 AND 100),
    CONSTRAINT ck_assessment_wording CHECK (length(wording) <= 200),
    CONSTRAINT ck_assessment_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_assessment_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE gravimetry (
    day TEXT NOT NULL,
    region TEXT NOT NULL,
    mass_mg REAL NOT NULL,
    minutes REAL NOT NULL,
    paper TEXT NOT NULL,
    room_celsius REAL,
    rest_minutes REAL,
    at_clinic INTEGER,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_gravimetry PRIMARY KEY (id),
    CONSTRAINT ck_gravimetry_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_gravimetry_mass_mg CHECK (mass_mg BETWEEN 0 AND 100000),
    CONSTRAINT ck_gravimetry_minutes CHECK (minutes BETWEEN 0.5 AND 120),
    CONSTRAINT ck_gravimetry_paper CHECK (length(paper) <= 200),
    CONSTRAINT ck_gravimetry_room_celsius CHECK (room_celsius BETWEEN -20 AND 60),
    CONSTRAINT ck_gravimetry_rest_minutes CHECK (rest_minutes BETWEEN 0 AND 240),
    CONSTRAINT ck_gravimetry_at_clinic CHECK (at_clinic BETWEEN 0 AND 1),
    CONSTRAINT ck_gravimetry_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_gravimetry_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE device (
    name TEXT NOT NULL,
    maker TEXT NOT NULL,
    waveforms TEXT NOT NULL,
    shows_current INTEGER,
    since TEXT,
    until TEXT,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_device PRIMARY KEY (id),
    CONSTRAINT ck_device_name CHECK (length(name) <= 200),
    CONSTRAINT ck_device_maker CHECK (length(maker) <= 200),
    CONSTRAINT ck_device_shows_current CHECK (shows_current BETWEEN 0 AND 1),
    CONSTRAINT ck_device_since CHECK (since BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_device_until CHECK (until BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_device_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_device_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE owned_applicator (
    applicator TEXT NOT NULL,
    name TEXT NOT NULL,
    regions TEXT NOT NULL,
    device TEXT,
    since TEXT,
    until TEXT,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_owned_applicator PRIMARY KEY (id),
    CONSTRAINT ck_owned_applicator_applicator CHECK (length(applicator) <= 200),
    CONSTRAINT ck_owned_applicator_name CHECK (length(name) <= 200),
    CONSTRAINT ck_owned_applicator_device CHECK (length(device) <= 64),
    CONSTRAINT ck_owned_applicator_since CHECK (since BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_owned_applicator_until CHECK (until BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_owned_applicator_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE course (
    name TEXT NOT NULL,
    regions TEXT NOT NULL,
    phase TEXT NOT NULL,
    schedule TEXT,
    starts TEXT,
    ends TEXT,
    planned_days TEXT NOT NULL,
    interval_days INTEGER,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_course PRIMARY KEY (id),
    CONSTRAINT ck_course_name CHECK (length(name) <= 200),
    CONSTRAINT ck_course_starts CHECK (starts BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_course_ends CHECK (ends BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_course_interval_days CHECK (interval_days BETWEEN 1 AND 366),
    CONSTRAINT ck_course_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_course_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE session (
    started_at TEXT NOT NULL,
    regions TEXT NOT NULL,
    applicators TEXT NOT NULL,
    current_ma REAL,
    minutes REAL,
    anode TEXT NOT NULL,
    cathode TEXT NOT NULL,
    current_end_ma REAL,
    volts REAL,
    dose_level TEXT NOT NULL,
    first_half_minutes REAL,
    waveform TEXT,
    pulse_percent INTEGER,
    polarity TEXT,
    water TEXT,
    water_celsius REAL,
    additive TEXT,
    additive_dose TEXT NOT NULL,
    completed INTEGER,
    stop_reason TEXT,
    sensation INTEGER,
    cover_used INTEGER,
    interruptions INTEGER,
    phase TEXT,
    course TEXT,
    device TEXT,
    zone TEXT,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT ck_session_started_at CHECK (started_at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_session_current_ma CHECK (current_ma BETWEEN 0 AND 60),
    CONSTRAINT ck_session_minutes CHECK (minutes BETWEEN 0 AND 240),
    CONSTRAINT ck_session_current_end_ma CHECK (current_end_ma BETWEEN 0 AND 60),
    CONSTRAINT ck_session_volts CHECK (volts BETWEEN 0 AND 120),
    CONSTRAINT ck_session_dose_level CHECK (length(dose_level) <= 200),
    CONSTRAINT ck_session_first_half_minutes CHECK (first_half_minutes BETWEEN 0 AND 240),
    CONSTRAINT ck_session_pulse_percent CHECK (pulse_percent BETWEEN 1 AND 100),
    CONSTRAINT ck_session_water_celsius CHECK (water_celsius BETWEEN 0 AND 60),
    CONSTRAINT ck_session_additive_dose CHECK (length(additive_dose) <= 200),
    CONSTRAINT ck_session_completed CHECK (completed BETWEEN 0 AND 1),
    CONSTRAINT ck_session_sensation CHECK (sensation BETWEEN 0 AND 10),
    CONSTRAINT ck_session_cover_used CHECK (cover_used BETWEEN 0 AND 1),
    CONSTRAINT ck_session_interruptions CHECK (interruptions BETWEEN 0 AND 99),
    CONSTRAINT ck_session_course CHECK (length(course) <= 64),
    CONSTRAINT ck_session_device CHECK (length(device) <= 64),
    CONSTRAINT ck_session_zone CHECK (length(zone) <= 200),
    CONSTRAINT ck_session_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_session_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE reaction (
    kind TEXT NOT NULL,
    severity INTEGER NOT NULL,
    began TEXT NOT NULL,
    gone TEXT,
    region TEXT,
    session TEXT,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_reaction PRIMARY KEY (id),
    CONSTRAINT ck_reaction_severity CHECK (severity BETWEEN 0 AND 3),
    CONSTRAINT ck_reaction_began CHECK (began BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_reaction_gone CHECK (gone BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_reaction_session CHECK (length(session) <= 64),
    CONSTRAINT ck_reaction_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_reaction_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE co_treatment (
    kind TEXT NOT NULL,
    product TEXT NOT NULL,
    dose TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    starts TEXT,
    ends TEXT,
    regions TEXT NOT NULL,
    systemic INTEGER NOT NULL,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_co_treatment PRIMARY KEY (id),
    CONSTRAINT ck_co_treatment_product CHECK (length(product) <= 200),
    CONSTRAINT ck_co_treatment_dose CHECK (length(dose) <= 200),
    CONSTRAINT ck_co_treatment_rhythm CHECK (length(rhythm) <= 200),
    CONSTRAINT ck_co_treatment_starts CHECK (starts BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_co_treatment_ends CHECK (ends BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_co_treatment_systemic CHECK (systemic BETWEEN 0 AND 1),
    CONSTRAINT ck_co_treatment_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_co_treatment_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event (
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    until TEXT,
    regions TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_event PRIMARY KEY (id),
    CONSTRAINT ck_event_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_event_until CHECK (until BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_event_title CHECK (length(title) <= 200),
    CONSTRAINT ck_event_note CHECK (length(note) <= 20000),
    CONSTRAINT ck_event_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contraindication_answer (
    item TEXT NOT NULL,
    day TEXT NOT NULL,
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_contraindication_answer PRIMARY KEY (item, day),
    CONSTRAINT ck_contraindication_answer_day CHECK (day BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_contraindication_answer_note CHECK (length(note) <= 20000)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE question (
    text TEXT NOT NULL,
    asked TEXT NOT NULL,
    answered TEXT,
    answer TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_question PRIMARY KEY (id),
    CONSTRAINT ck_question_text CHECK (length(text) <= 1000),
    CONSTRAINT ck_question_asked CHECK (asked BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_question_answered CHECK (answered BETWEEN '1900-01-01' AND '2199-12-31'),
    CONSTRAINT ck_question_answer CHECK (length(answer) <= 20000),
    CONSTRAINT ck_question_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE notice (
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    shown_at TEXT NOT NULL,
    dismissed_at TEXT,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_notice PRIMARY KEY (id),
    CONSTRAINT ck_notice_reason CHECK (length(reason) <= 1000),
    CONSTRAINT ck_notice_shown_at CHECK (shown_at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_notice_dismissed_at CHECK (dismissed_at BETWEEN '1900' AND '2200'),
    CONSTRAINT ck_notice_id CHECK (length(id) <= 64)
)
 WITHOUT ROWID,
 STRICT;
