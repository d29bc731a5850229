#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| ascribe_fuzz::import(text));
