// SPDX-License-Identifier: Apache-2.0
// Files that are no sound XML, and pictures that are no drawing.
#include "content/broken.hpp"

namespace kiosk::content {

namespace {

constexpr const char* topic_xml = "screens/small.xml";
constexpr const char* picture_svg = "screens/pictures/walking.svg";

}  // namespace

TEST_CASE("a file that is no sound XML is told with its line") {
    check_rows({
        {"a document type is declared", topic_xml, "<topic id=",
         R"(<!DOCTYPE topic [<!ENTITY a "b">]>
<topic id=)",
         "screens/small.xml:4: error: document types and entities are not read here (leave out <!DOCTYPE ...> and "
         "<!ENTITY ...>)"},
        {"an entity of its own is used", topic_xml, "Touch all that fit.", "Touch&nbsp;all that fit & go.",
         R"(screens/small.xml:20: error: "&" stands for nothing here (write the character itself, and &amp; for a single &)
screens/small.xml:20: error: "&nbsp;" stands for nothing here (write the character itself, and &amp; for a single &))"},
        {"a reference has no name", topic_xml, "Touch all that fit.", "Touch &; or &#; or &#x; or &",
         "screens/small.xml:20: error: \"&\" stands for nothing here (write the character itself, and &amp; for a "
         "single &)\n"
         "screens/small.xml:20: error: \"&#;\" stands for nothing here (write the character itself, and &amp; for a "
         "single &)\n"
         "screens/small.xml:20: error: \"&#x;\" stands for nothing here (write the character itself, and &amp; for a "
         "single &)\n"
         "screens/small.xml:20: error: \"&;\" stands for nothing here (write the character itself, and &amp; for a "
         "single &)"},
        {"a number of no character", topic_xml, "Touch all that fit.", "Touch all&#0; that fit&#xD800;.",
         "screens/small.xml:20: error: \"&#0;\" stands for nothing here (write the character itself, and &amp; for a "
         "single &)\n"
         "screens/small.xml:20: error: \"&#xD800;\" stands for nothing here (write the character itself, and &amp; for "
         "a "
         "single &)"},
        {"a tag is closed by another", topic_xml, "<hint>Touch all that fit.</hint>",
         "<hint>Touch all that fit.</hnit>",
         "screens/small.xml:20: error: </hnit> stands where <hint> of line 20 is still open (write </hint> first)"},
        {"a tag is not closed", topic_xml, "<hint>Touch all that fit.</hint>", "<hint>Touch all that fit.",
         "screens/small.xml:25: error: </question> stands where <hint> of line 20 is still open (write </hint> first)"},
        {"a tag is cut", topic_xml, "<hint>Touch all that fit.</hint>", "<hint",
         R"(screens/small.xml:20: error: the tag <hint does not end (close it with >, and each value with "))"},
        {"a value is not closed", topic_xml, R"(<group id="move">)", R"(<group id="move>)",
         R"(screens/small.xml:70: error: the tag <group does not end (close it with >, and each value with "))"},
        {"a value has no quotes", topic_xml, R"(<group id="move">)", "<group id=move>",
         R"(screens/small.xml:70: error: an attribute is not written as name="value", or written twice (mend this line))"},
        {"a tag closes nothing", topic_xml, "</topic>", "</topic></topic>",
         "screens/small.xml:149: error: </topic> closes nothing (delete it, or write <topic> before it)"},
        {"two roots", topic_xml, "</topic>", "</topic><topic/>",
         "screens/small.xml:149: error: something stands outside <topic> (a file holds one element and nothing beside "
         "it)"},
        {"words after the end", topic_xml, "</topic>", "</topic> and more",
         "screens/small.xml:149: error: words stand outside every element (a file holds one element and nothing beside "
         "it)"},
        {"a less-than sign in a text", topic_xml, "Touch all that fit.", "Touch if 1 < 2.",
         R"(screens/small.xml:20: error: a single "<" is not text (write &lt;))"},
        {"a comment that does not end", topic_xml, "<hint>Touch all that fit.</hint>", "<!-- hint",
         "screens/small.xml:20: error: a comment <!-- that begins here does not end (close it with -->)"},
        {"a comment that ends with the next one", topic_xml, "<hint>Touch all that fit.</hint>",
         "<!-- hint\n<hint>gone</hint>\n<!-- more -->",
         "screens/small.xml:22: error: a comment begins inside a comment (close the one before it with -->)"},
        {"two hyphens in a comment", topic_xml, "<hint>Touch all that fit.</hint>", "<!-- one\n-- two -->",
         "screens/small.xml:21: error: \"--\" inside a comment (write a single hyphen)"},
        {"a comment that begins and ends in the same hyphens", topic_xml, "<hint>Touch all that fit.</hint>",
         "<!-->\n<hint>gone</hint><!-- -->",
         "screens/small.xml:21: error: a comment begins inside a comment (close the one before it with -->)"},
        {"three hyphens at the end of a comment", topic_xml, "<hint>Touch all that fit.</hint>", "<!-- hint --->",
         "screens/small.xml:20: error: \"--\" inside a comment (write a single hyphen)"},
        {"a character that nobody sees", topic_xml, "Touch all that fit.", "Touch \u202Etif taht lla\u202C.",
         "screens/small.xml:20: error: the character U+202E cannot be shown (delete it, or write the letter that was "
         "meant)"},
        {"a place to fill in, in a topic", topic_xml, "Touch all that fit.", "Ask at the {desk}.",
         "screens/small.xml:20: error: <hint> has a brace, and a topic has no places to fill in (write the words "
         "themselves)"},
        {"a brace in what the note says", topic_xml, "note=\"Chest pain now\"", "note=\"Chest pain } now\"",
         "screens/small.xml:23: error: <choice> has a brace, and a topic has no places to fill in (write the words "
         "themselves)"},
        {"a line is not UTF-8", topic_xml, "Touch all that fit.", "Touch all that f\xEDt.",
         "screens/small.xml:20: error: this line is not UTF-8 (save the file as UTF-8)"},
        {"a byte of value 0", topic_xml, "Touch all that fit.", std::string("Touch\0all that fit.", 19),
         "screens/small.xml:20: error: a byte of value 0 (save the file as plain text in UTF-8)"},
        {"the file is a picture where a topic belongs", topic_xml, "", "<svg/>",
         "screens/small.xml:1: error: the file holds <svg> (<topic> belongs here)"},
        {"the file is empty", topic_xml, "", "",
         "screens/small.xml: error: the file is empty (restore it from your copy)"},
        {"the file holds white space only", topic_xml, "", "\n \n",
         "screens/small.xml: error: the file is empty (restore it from your copy)"},
        {"the file holds a comment only", topic_xml, "", "<!-- nothing -->",
         "screens/small.xml: error: there is no element in this file (it was emptied or cut off)"},
        {"the file is no XML", topic_xml, "", "Hello",
         "screens/small.xml:1: error: words stand outside every element (a file holds one element and nothing beside "
         "it)"},
        {"a picture is no picture", picture_svg, "", "<html><body/></html>",
         "screens/pictures/walking.svg:1: error: the file holds <html>, no picture (save the picture as SVG)"},
        {"a picture is a photo", picture_svg, "", "\x89PNG",
         "screens/pictures/walking.svg: error: the file is no SVG (save the picture as SVG)"},
        {"a picture has no viewBox", picture_svg, "", R"(<svg xmlns="http://www.w3.org/2000/svg"/>)",
         R"(screens/pictures/walking.svg:1: error: <svg> has no viewBox of four numbers (write viewBox="0 0 480 360"))"},
        {"a picture has no size", picture_svg, "", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>)",
         R"(screens/pictures/walking.svg:1: error: <svg> has no viewBox of four numbers (write viewBox="0 0 480 360"))"},
        {"a picture does not say that it is SVG", picture_svg, "", R"(<svg viewBox="0 0 10 10"/>)",
         R"(screens/pictures/walking.svg:1: error: <svg> does not say that it is SVG (write xmlns="http://www.w3.org/2000/svg"))"},
        {"a picture holds a script", picture_svg, "",
         R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>x</script></svg>)",
         "screens/pictures/walking.svg:1: error: <script> in a picture (draw with shapes only, and delete it)"},
        {"a picture reacts", picture_svg, "",
         R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" onload="x()"/>)x",
         R"(screens/pictures/walking.svg:1: error: "onload" is a script in a picture (delete it))"},
        {"a picture fetches a gradient", picture_svg, "",
         R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><linearGradient href="other.svg#a"/></svg>)",
         R"(screens/pictures/walking.svg:1: error: "href" points out of the picture (draw it in this file, and delete the link))"},
        {"a picture holds a photo", picture_svg, "",
         R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><image href="#a"/></svg>)",
         "screens/pictures/walking.svg:1: error: <image> in a picture (draw with shapes only, and delete it)"},
        {"a picture fetches a style", picture_svg, "",
         R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="url( 'http://x/y')"/></svg>)x",
         "screens/pictures/walking.svg:1: error: <path> fetches something from outside (draw it in this file, and "
         "delete the url)"},
    });
}

}  // namespace kiosk::content
