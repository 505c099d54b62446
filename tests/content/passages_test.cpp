// SPDX-License-Identifier: Apache-2.0
// What check says about words: spelling, words to avoid, numbers of translations, long sentences; and the clinic's
// list.
#include "content/passages.hpp"
#include "content/broken.hpp"
#include "content/reading.hpp"

#include <set>

namespace kiosk::content {

namespace {

/// A dictionary of a few words.
const Speller* few_words(const std::string& language) {
    static const std::set<std::string> known = {"pain", "in", "your", "back", "Walk", "the"};
    static const Speller speller{
        [](const std::string& word) { return known.contains(word); },
        [](const std::string& word) {
            return word == "pian" ? std::vector<std::string>{"pain", "pin", "plan", "pan"} : std::vector<std::string>{};
        }};
    return language == "en" ? &speller : nullptr;
}

Passage own(const std::string& text) {
    return {"en", "handout \"walking\"", "a.xml", 3, text, ""};
}

Passage translated(const std::string& language, const std::string& source, const std::string& text,
                   const std::string& unit = "handout \"walking\"") {
    return {language, unit, "a." + language + ".xlf", 7, text, source};
}

const WordList list = read_word_list(
    "[words en]\nMarfan MRI\n[avoid en]\nyou're safe = write what is known\n[avoid zh]\n别担心 = 写明已知的事\n"
    "[units]\nen: minute minutes | es: minuto minutos | ar: دقيقة دقائق\nen: day days | es: día días\n");

}  // namespace

TEST_CASE("words are what stands between places, numbers and marks") {
    CHECK(words_in("Don\u2019t wait: {help} \u201cnow\u201d, 5mg or 24/7!") ==
          std::vector<std::string>{"Don't", "wait", "now", "or"});
    CHECK(words_in("\u00BFD\u00F3nde duele?") == std::vector<std::string>{"D\u00F3nde", "duele"});
    CHECK(words_in("\u0623\u0644\u0645\u060C \u0638\u0647\u0631\u061F") ==
          std::vector<std::string>{"\u0623\u0644\u0645", "\u0638\u0647\u0631"});
    CHECK(words_in("{open").empty());
    CHECK(words_in("'' '").empty());
}

TEST_CASE("a word in no dictionary and no list is told once, with words that are near") {
    const auto clinic = fixtures::small_clinic();
    const Passages passages = {own("pian in your back, pian"), own("Marfan. marfan. Small Clinic. Wlak"),
                               translated("zh", "pain", "痛")};
    CHECK(
        in_lines(check_spelling(clinic, {own("pian in your back, pian")}, list, few_words)) ==
        "a.xml:3: warning: \"pian\" is in no dictionary of the language en (did you mean \"pain\", \"pin\", \"plan\"? "
        "Else put it into screens/words.txt)\n");
    CHECK(in_lines(check_spelling(clinic, {own("Marfan Wlak")}, list, few_words)) ==
          "a.xml:3: warning: \"Wlak\" is in no dictionary of the language en (mend it, or put it into "
          "screens/words.txt)\n");
    CHECK(in_lines(check_spelling(clinic, {own(clinic.clinic.name)}, list, few_words)) == "");
    CHECK(in_lines(check_spelling(clinic, {translated("zh", "pain", "痛"), translated("zh", "pain", "痛")}, list,
                                  few_words)) ==
          "a.zh.xlf: note: there is no dictionary of the language zh here, so its spelling was not looked at\n");
}

TEST_CASE("words to avoid are told wherever they stand, in whole words") {
    CHECK(in_lines(check_words_to_avoid({own("Good. You\u2019re safe!"), own("You're safest.")}, list)) ==
          "a.xml:3: warning: \"you're safe\" is on the list of words to avoid (write what is known)\n");
    CHECK(in_lines(check_words_to_avoid({translated("zh-Hans", "x", "请别担心。")}, list)) ==
          "a.zh-Hans.xlf:7: warning: \"别担心\" is on the list of words to avoid (写明已知的事)\n");
    CHECK(in_lines(check_words_to_avoid({own("STOP now. An MRI. OK.")}, list)) ==
          "a.xml:3: warning: \"STOP\" is written in capitals (write it in small letters; a name that is always so goes "
          "into screens/words.txt)\n");
}

TEST_CASE("numbers and measures of a translation are those of its text") {
    const auto clinic = fixtures::small_clinic();
    const auto told = [&](const Passage& passage) { return in_lines(check_numbers(clinic, {passage}, list)); };
    CHECK(told(translated("es", "Walk 10 minutes.", "Camine 10 minutos.")) == "");
    CHECK(told(translated("es", "Walk 10 minutes.", "Camine 100 minutos.")) ==
          "a.es.xlf:7: error: the number 10 is not in the translation (write the same numbers and measures as in: "
          "Walk 10 minutes.)\n");
    CHECK(told(translated("es", "Walk.", "Camine 5 veces.")) ==
          "a.es.xlf:7: error: the number 5 is only in the translation (write the same numbers and measures as in: "
          "Walk.)\n");
    CHECK(told(translated("es", "Walk 10 minutes.", "Camine 10 horas.")) ==
          "a.es.xlf:7: error: what is counted here, \"minute\", is not in the translation (write the same numbers and "
          "measures as in: Walk 10 minutes.)\n");
    CHECK(
        told(translated("es", "6 weeks ago?", "¿Hace 9 semanas?", "question \"accident\"")) ==
        "a.es.xlf:7: error: the number 6 is not in the translation (write the same numbers and measures as in: 6 weeks "
        "ago?)\n");
    CHECK(told(translated("ar", "Walk 10 minutes.", "امش ١٠ دقائق.")) == "");
    CHECK(told(translated("ar", "Hold for 2 minutes.", "اثبت دقيقتين، دقيقة ودقيقة.")) == "");
    CHECK(told(translated("zh-Hans", "2 or 10 times", "两次或十次")) == "");
    CHECK(told(translated("zh-Hans", "2 times", "三次")) != "");
    CHECK(
        told(translated("es", "Page 1", "Página 2", "interface \"page\"")) ==
        "a.es.xlf:7: warning: the number 1 is not in the translation (write the same numbers and measures as in: Page "
        "1)\n");
    CHECK(told(translated("zh-Hans", "May", "5月")) == "");
    CHECK(told(translated("zh-Hans", "it may help", "5次有帮助")) != "");
    CHECK(told(translated("es", "Mix 6 to 12 drops.", "Mezcle de 6 a 20 gotas.", "handout \"oils\"")) ==
          "a.es.xlf:7: error: the number 12 is not in the translation (write the same numbers and measures as in: Mix "
          "6 to "
          "12 drops.)\n");
    CHECK(told(translated("es", "1.5 cups, 10,000 steps", "1,5 tazas, 10.000 pasos")) == "");
    CHECK(told(translated("es", "Walk 10 to 15 minutes.", "Camine de 15 a 10 minutos.")) ==
          "a.es.xlf:7: error: \"10 to 15\" stands the other way round in the translation (write the same numbers and "
          "measures as in: Walk 10 to 15 minutes.)\n");
    CHECK(told(translated("zh-Hans", "In 17 of 48 groups", "48 组中有 17 组")) == "");
}

TEST_CASE("how often a day is a measure, too") {
    const auto clinic = fixtures::small_clinic();
    const auto told = [&](const char* text) {
        return in_lines(check_numbers(clinic, {translated("es", "Up to 3 times a day.", text)}, list));
    };
    CHECK(told("Hasta 3 veces al día.") == "");
    CHECK(told("Hasta 3 veces a la semana.") ==
          "a.es.xlf:7: error: what is counted here, \"day\", is not in the translation (write the same numbers and "
          "measures as in: Up to 3 times a day.)\n");
}

TEST_CASE("a text says something, and a translation is one") {
    struct Row {
        const char* sentence;
        Passage passage;
        std::string told;
    };
    const std::string es = "a.es.xlf:7: error: ", zh = "a.zh-Hans.xlf:7: error: ", breathe = "It is hard to breathe";
    const Row rows[] = {
        {"words", own("It is hard."), ""},
        {"a number alone", own("911"), ""},
        {"a place for a word", own("{page} / {pages}"), ""},
        {"a blank that is wide", own("\u00A0"),
         "a.xml:3: error: the text \"\u00A0\" has no letter in it (write what it has to say)\n"},
        {"a dot", translated("es", breathe, "."),
         es + "the text \".\" has no letter in it (write what it has to say)\n"},
        {"one word that is the same", translated("es", "No", "No"), ""},
        {"a sentence that is the same", translated("es", breathe, breathe),
         es + "the translation is the text it translates: \"It is hard to breathe\" (translate it)\n"},
        {"Spanish", translated("es", breathe, "Le cuesta respirar"), ""},
        {"Vietnamese", translated("vi", breathe, "Khó thở"), ""},
        {"Arabic", translated("ar", breathe, "صعوبة في التنفس"), ""},
        {"Chinese", translated("zh-Hans", breathe, "呼吸困难"), ""},
        {"Chinese with a word of ours", translated("zh-Hans", breathe, "做 MRI 检查"), ""},
        {"English where Chinese should be", translated("zh-Hans", breathe, "Hard to breathe"),
         zh + "most letters of \"Hard to breathe\" are of another script than zh-Hans (write it in that language)\n"},
        {"Japanese where Chinese should be", translated("zh-Hans", breathe, "息が苦しい"),
         zh + "most letters of \"息が苦しい\" are of another script than zh-Hans (write it in that language)\n"},
        {"a language whose script is not known here", translated("am", breathe, "ለመተንፈስ"), ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK(in_lines(check_language({row.passage})) == row.told);
    }
}

TEST_CASE("a dose is graver than a paragraph") {
    const auto clinic = fixtures::small_clinic();
    std::string dose;
    for (const auto& handout : clinic.topics[0].handouts)
        for (const auto& part : handout.parts)
            if (!part.dose.empty()) dose = part.dose(LanguageId{0});
    REQUIRE(dose.find_first_of("0123456789") != std::string::npos);
    const auto told = in_lines(check_numbers(clinic, {translated("es", dose, "Poco.")}, list));
    CHECK(told.starts_with("a.es.xlf:7: error: the number "));
}

TEST_CASE("sentences of a translation are no longer than can be followed") {
    const auto told = [](const std::string& language, const std::string& text) {
        return in_lines(check_translated_prose({translated(language, "x", text)}));
    };
    std::string words;
    for (int i = 0; i < 21; ++i) words += "sol ";
    CHECK(told("es", words + ".") ==
          "a.es.xlf:7: warning: a sentence of 21 words: \"" + words + "\" (make two of it, 20 words at most)\n");
    CHECK(told("vi", words + ".") == "");
    std::string characters;
    for (int i = 0; i < 41; ++i) characters += "背";
    CHECK(told("zh-Hans", characters + "。") == "a.zh-Hans.xlf:7: warning: a sentence of 41 characters: \"" +
                                                    characters + "\" (make two of it, 40 characters at most)\n");
    CHECK(told("zh-Hans", characters.substr(0, 120) + "。" + characters.substr(0, 120) + "！") == "");
}

TEST_CASE("Spanish is judged by the INFLESZ scale, unit by unit") {
    const std::string hard =
        "La rehabilitación musculoesquelética multidisciplinaria individualizada demuestra efectividad.";
    Passages hard_ones, easy_ones;
    for (int i = 0; i < 6; ++i) {
        hard_ones.push_back(translated("es", "x", hard));
        easy_ones.push_back(translated("es", "x", "Camine un poco cada día. Pare si le duele."));
    }
    CHECK(in_lines(check_translated_prose(easy_ones)) == "");
    const auto told = in_lines(check_translated_prose(hard_ones));
    CHECK(told.starts_with("a.es.xlf:7: warning: handout \"walking\" has "));
    CHECK(told.ends_with(" on the INFLESZ scale; hardest: \"" + hard.substr(0, hard.size() - 1) +
                         "\" (write shorter words and sentences, 65 at least)\n"));
}

TEST_CASE("a list of words that cannot be understood says where and what to write") {
    const auto told = [](const std::string& text) { return in_lines(read_word_list(text).problems); };
    CHECK(told("# a remark\n\n[words en]\nMarfan\n[avoid es]\na = b\n[units]\nen: a | es: b\n") == "");
    CHECK(
        told("Marfan\n[word en]\n[words]\n[avoid en]\nstool\n[units]\nminute\n") ==
        "screens/words.txt:1: warning: a line before any heading (write [words en] above it)\n"
        "screens/words.txt:2: warning: [word en] is no heading (write [words en], [avoid en] or [units], with the "
        "language's code)\n"
        "screens/words.txt:3: warning: [words] is no heading (write [words en], [avoid en] or [units], with the "
        "language's code)\n"
        "screens/words.txt:5: warning: \"stool\" does not say what to write instead (write: words = other words)\n"
        "screens/words.txt:7: warning: \"minute\" names no language or no word (write: en: minute minutes | es: minuto "
        "minutos)\n");
    CHECK(told("[words en]\n\xFF\n") ==
          "screens/words.txt:2: warning: this line is not UTF-8 (save the file as UTF-8)\n");
    CHECK(read_word_list("[words en]\n\xFF\nMarfan\n").right.at("en").contains("Marfan"));
}

TEST_CASE("the shipped list of words is sound, and avoids every promise that no screen can keep") {
    const auto read = read_word_list(*fixtures::read_file(std::string(KIOSK_SOURCE) + "/screens/words.txt").text);
    CHECK(in_lines(read.problems) == "");
    CHECK(
        in_lines(check_words_to_avoid({own("It is Nothing\u00A0serious, nothing  serious.")}, read)) ==
        "a.xml:3: warning: \"nothing serious\" is on the list of words to avoid (write what is known, and when to get "
        "help)\n");
    CHECK(check_words_to_avoid({own("There is nothing seriously new here. Cats are safest.")}, read).empty());
}

TEST_CASE("without a list of words, check says so and goes on") {
    const auto loaded = load(fixtures::small_file);
    REQUIRE(loaded.content);
    auto files = small_files();
    files.erase(words_file);
    CHECK(in_lines(load(from_memory(files)).words.problems) ==
          "screens/words.txt: warning: the file does not exist (restore it from your copy: it lists the words not to "
          "use)\n");
}

}  // namespace kiosk::content

TEST_CASE("each text is read by the measure of its language, each language first as a whole") {
    const kiosk::content::Passages all = {
        {"en", "question \"chest\"", "t.xml", 3, "Does your chest hurt? Sit down.", ""},
        {"es", "question \"chest\"", "t.es.xlf", 9, "¿Le duele el pecho ahora? Tome asiento.", "x"},
        {"ar", "question \"chest\"", "t.ar.xlf", 7, "هل يؤلمك صدرك الآن؟ اجلس.", "x"},
        {"zh-Hans", "question \"chest\"", "t.zh-Hans.xlf", 8, "您的胸口疼吗？请坐下。", "x"},
        {"en", "handout \"walking\"", "t.xml", 20, "Walk for ten minutes.", ""},
    };
    std::string lines;
    for (const auto& r : kiosk::content::readings(all))
        lines += r.language + ' ' + r.unit + ' ' + std::to_string(r.line) + ": " + r.measure + ", " +
                 std::to_string(r.sentences) + " sentences, " + std::to_string(r.words) + " words: " + r.hardest + '\n';
    CHECK(lines ==
          "en all texts 3: school grade 0.1, 3 sentences, 10 words: Walk for ten minutes.\n"
          "en question \"chest\" 3: school grade 0.1, 2 sentences, 6 words: Does your chest hurt?\n"
          "en handout \"walking\" 20: school grade 3.7, 1 sentences, 4 words: Walk for ten minutes.\n"
          "es all texts 9: INFLESZ 78, 2 sentences, 7 words: ¿Le duele el pecho ahora\n"
          "es question \"chest\" 9: INFLESZ 78, 2 sentences, 7 words: ¿Le duele el pecho ahora\n"
          "ar all texts 7: 3 words a sentence, the longest 4, 2 sentences, 5 words: هل يؤلمك صدرك الآن\n"
          "ar question \"chest\" 7: 3 words a sentence, the longest 4, 2 sentences, 5 words: هل يؤلمك صدرك الآن\n"
          "zh-Hans all texts 8: 5 characters a sentence, the longest 6, 2 sentences, 9 words: 您的胸口疼吗\n"
          "zh-Hans question \"chest\" 8: 5 characters a sentence, the longest 6, 2 sentences, 9 words: 您的胸口疼吗\n");
}
