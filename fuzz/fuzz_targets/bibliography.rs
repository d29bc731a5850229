#![no_main]

// Ascribe catches a panic of the BibLaTeX parser and tells where it happened; the fuzzer's hook would stop at it.
libfuzzer_sys::fuzz_target!(init: drop(std::panic::take_hook()), |text: &str| ascribe_fuzz::bibliography(text));
