// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/People.hpp"

#include <array>
#include <string_view>

namespace vitrina::rehearsal {
namespace {

constexpr std::array<std::string_view, 16> latvianNames{
    "Inese V.", "Marta O.", "Jānis K.", "Līga P.",   "Toms B.",  "Sanita R.", "Edgars Š.", "Dace",
    "Kristīne", "Ģirts A.", "Zane M.",  "Andris Ž.", "Baiba Ļ.", "Roberts",   "Ieva Č.",   "Ņina S."};
constexpr std::array<std::string_view, 8> guestNames{"James P.", "Sofia R.", "Anna K.",  "Liam",
                                                     "Ольга",    "Mikko L.", "Greta J.", "Tom W."};
constexpr std::array<std::string_view, 18> latvianLines{"Labvakar no Liepājas!",
                                                        "Vai ir arī citas krāsas?",
                                                        "Cik ilgi jāgaida piegāde uz Cēsīm?",
                                                        "Tieši tādu meklēju mammai dāvanā.",
                                                        "Lūdzu, parādi tuvāk malu!",
                                                        "Vai zaļais dienasgaismā ir tumšāks?",
                                                        "Pasūtīju, paldies!",
                                                        "Kādā temperatūrā drīkst mazgāt?",
                                                        "Skaņa laba, attēls arī.",
                                                        "Es ņemu divas.",
                                                        "Vai varēs samaksāt, saņemot pakomātā?",
                                                        "Pērn nopirku, joprojām kā jauns.",
                                                        "Kurš izmērs būtu 40. kājai?",
                                                        "Ļoti skaisti!",
                                                        "Vai atkārtojums būs skatāms vēlāk?",
                                                        "Cik smags tas ir?",
                                                        "Sveiciens no Rēzeknes 👋",
                                                        "Kad būs nākamais tirgus?"};
constexpr std::array<std::string_view, 10> englishLines{"Hello from Galway!",
                                                        "Do you ship to Ireland?",
                                                        "Could you hold it a bit closer, please?",
                                                        "Just ordered, thank you!",
                                                        "Is the green one darker in daylight?",
                                                        "How long does delivery take?",
                                                        "The bowl sold out so fast. Will there be more?",
                                                        "Lovely pattern.",
                                                        "Which size for EU 40?",
                                                        "Sound is fine here."};

template <std::size_t N>
std::string anyOf(const std::array<std::string_view, N>& list, std::mt19937_64& random) {
    return std::string(list[std::uniform_int_distribution<std::size_t>(0, N - 1)(random)]);
}

} // namespace

Person makePerson(int index, const std::string& language, std::mt19937_64& random) {
    Person person;
    const bool guest = language != "lv" || std::uniform_int_distribution<int>(0, 4)(random) == 0;
    person.language = guest ? "en" : "lv";
    person.name = guest ? anyOf(guestNames, random) : anyOf(latvianNames, random);
    person.contact = "viewer" + std::to_string(index + 1) + "@example.org";
    return person;
}

std::string chatLine(const Person& person, std::mt19937_64& random) {
    return person.language == "lv" ? anyOf(latvianLines, random) : anyOf(englishLines, random);
}

} // namespace vitrina::rehearsal
