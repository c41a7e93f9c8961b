"""When rows are dated: events told by their end or their second day, last year's months, dates of other verbs."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source

THURSDAY = "2026-10-08"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "The two-day Orbit Forum ended in Baku yesterday. Estonia took part in the forum.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "en",
            "The two-day Orbit Forum ended in Baku on 7 October. Estonia took part in the forum.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum wrapped up in Baku on Wednesday. Estonia took part in the three-day forum.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum was held in Baku. The three-day event closed on Wednesday. Estonia took part "
            "in the forum.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum opened in Baku on Monday and will run until Friday. Estonia is taking part in the forum.",
            "heldIn=2026-10-05..2026-10-09 participatedIn=2026-10-05..2026-10-09",
        ),
        ("en", "The Orbit Forum opened in Baku on 6 October and ends on 9 October.", "heldIn=2026-10-06..2026-10-09"),
        (
            "en",
            "The two-day Orbit Forum is being held in Baku. On the second day, 7 October, Silknet LLC and "
            "the Alfa Innovation Hub signed a memorandum of understanding.",
            "heldIn=2026-10-06..2026-10-07 partyTo=2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum was held in Baku on 6–7 October. On the second day of the forum Silknet LLC "
            "joined the Green Data Alliance.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        (
            "en",
            "The three-day Orbit Forum opened in Baku on 6 October. On the final day Silknet LLC will join "
            "the Green Data Alliance.",
            "heldIn=2026-10-06..2026-10-08 joined=2026-10-08",
        ),
        (
            "en",
            "BAKU, 8 October — The two-day Orbit Forum came to an end in Baku today. Estonia took part in the forum.",
            "heldIn=2026-10-07..2026-10-08 participatedIn=2026-10-07..2026-10-08",
        ),
        ("en", "The Alfa Innovation Hub joined the Green Data Alliance in May of last year.", "joined=2025-05"),
        ("en", "The Alfa Innovation Hub joined the Green Data Alliance in May last year.", "joined=2025-05"),
        ("en", "Last year, in December, the Alfa Innovation Hub joined the Green Data Alliance.", "joined=2025-12"),
        (
            "en",
            "The Alfa Innovation Hub joined the Green Data Alliance on 18 December last year.",
            "joined=2025-12-18",
        ),
        ("en", "The Alfa Innovation Hub joined the Green Data Alliance on 23 March this year.", "joined=2026-03-23"),
        ("en", "The Alfa Innovation Hub joined the Green Data Alliance last Thursday.", "joined=2026-10-01"),
        ("en", "The Alfa Innovation Hub joined the Green Data Alliance at the end of last month.", "joined=2026-09"),
        (
            "en",
            "The Alfa Innovation Hub joined the Green Data Alliance on Tuesday, and Silknet LLC the next "
            "day signed a memorandum with the Alfa Innovation Hub.",
            "joined=2026-10-06 partyTo=2026-10-07",
        ),
        ("en", "From Monday to Wednesday, the Orbit Forum was held in Baku.", "heldIn=2026-10-05..2026-10-07"),
        ("en", "The Orbit Forum was held in Baku yesterday and today.", "heldIn=2026-10-07..2026-10-08"),
        (
            "en",
            "Under a decree of 4 March 2024, Silknet LLC and the Alfa Innovation Hub signed a memorandum "
            "of understanding yesterday.",
            "partyTo=2026-10-07",
        ),
        (
            "en",
            "The Alfa Innovation Hub, founded in 2012, joined the Green Data Alliance on Tuesday.",
            "joined=2026-10-06",
        ),
        ("en", "Founded in 2012, the Alfa Innovation Hub is a member of the Green Data Alliance.", "memberOf="),
        (
            "en",
            "In 2024 the Alfa Innovation Hub moved to Tashkent; in May of that year it joined the Green Data Alliance.",
            "joined=2024-05",
        ),
        (
            "en",
            "The memorandum between Silknet LLC and the Alfa Innovation Hub was signed on 2 October and "
            "takes effect on 1 January 2027.",
            "partyTo=2026-10-02",
        ),
        (
            "az",
            "İki günlük “Orbit” forumu dünən Bakıda başa çatıb. Forumda Estoniya iştirak edib.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "az",
            "Bakıda keçirilən iki günlük “Orbit” forumu oktyabrın 7-də yekunlaşıb. Forumda Estoniya iştirak edib.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "az",
            "“Orbit” forumu Bakıda çərşənbə günü başa çatdı. Üç gün davam edən forumda Estoniya iştirak edib.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "az",
            "“Orbit” forumu oktyabrın 5-də Bakıda açılıb və oktyabrın 9-dək davam edəcək.",
            "heldIn=2026-10-05..2026-10-09",
        ),
        (
            "az",
            "“Orbit” forumu bazar ertəsi Bakıda başlayıb və cümə günü başa çatacaq.",
            "heldIn=2026-10-05..2026-10-09",
        ),
        (
            "az",
            "Oktyabrın 6-7-də Bakıda “Orbit” forumu keçirilib. Forumun ikinci günündə “Silknet” MMC “Yaşıl "
            "Data” alyansına qoşulub.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        (
            "az",
            "İkigünlük “Orbit” forumu Bakıda keçirilir. İkinci gün, oktyabrın 7-də “Silknet” MMC “Yaşıl "
            "Data” alyansına qoşulub.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        ("az", "“Silknet” MMC ötən ilin may ayında “Yaşıl Data” alyansına qoşulub.", "joined=2025-05"),
        ("az", "“Silknet” MMC ötən il dekabrın 18-də “Yaşıl Data” alyansına qoşulub.", "joined=2025-12-18"),
        ("az", "“Silknet” MMC 2024-cü il fevralın 19-da “Yaşıl Data” alyansına qoşulub.", "joined=2024-02-19"),
        ("az", "“Silknet” MMC bu il martın 23-də “Yaşıl Data” alyansına qoşulub.", "joined=2026-03-23"),
        ("az", "“Silknet” MMC keçən cümə axşamı “Yaşıl Data” alyansına qoşulub.", "joined=2026-10-01"),
        ("az", "“Silknet” MMC ötən ayın sonunda “Yaşıl Data” alyansına qoşulub.", "joined=2026-09"),
        (
            "az",
            "Bazar ertəsindən çərşənbə gününədək Bakıda “Orbit” forumu keçirilib.",
            "heldIn=2026-10-05..2026-10-07",
        ),
        (
            "az",
            "2012-ci ildə yaradılmış “Silknet” MMC çərşənbə axşamı “Yaşıl Data” alyansına qoşulub.",
            "joined=2026-10-06",
        ),
        (
            "az",
            "“Silknet” MMC və “Alfa” Mərkəzi Prezidentin 4 mart 2024-cü il tarixli fərmanına əsasən dünən "
            "memorandum imzalayıblar.",
            "partyTo=2026-10-07",
        ),
        (
            "az",
            "“Orbit” forumu bu gün Bakıda başa çatdı. Forum iki gün davam edib. Forumda Estoniya iştirak edib.",
            "heldIn=2026-10-07..2026-10-08 participatedIn=2026-10-07..2026-10-08",
        ),
        (
            "ru",
            "Вчера в Баку завершился двухдневный форум «Орбита». В форуме приняла участие Эстония.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "ru",
            "Двухдневный форум «Орбита» завершился в Баку 7 октября. В форуме приняла участие Эстония.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "ru",
            "Форум «Орбита» в среду закончился в Баку. В трёхдневном форуме приняла участие Эстония.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "ru",
            "В понедельник в Баку открылся форум «Орбита», который продлится до пятницы. В форуме участвует Эстония.",
            "heldIn=2026-10-05..2026-10-09 participatedIn=2026-10-05..2026-10-09",
        ),
        ("ru", "Форум «Орбита» открылся в Баку 6 октября и завершится 9 октября.", "heldIn=2026-10-06..2026-10-09"),
        (
            "ru",
            "Форум «Орбита» прошёл в Баку 6–7 октября. Во второй день форума ООО «Силкнет» и Центр «Альфа» "
            "подписали меморандум.",
            "heldIn=2026-10-06..2026-10-07 partyTo=2026-10-07",
        ),
        (
            "ru",
            "В Баку проходит двухдневный форум «Орбита». На второй день, 7 октября, ООО «Силкнет» "
            "присоединилось к альянсу «Зелёные данные».",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        ("ru", "ООО «Силкнет» присоединилось к альянсу «Зелёные данные» в мае прошлого года.", "joined=2025-05"),
        (
            "ru",
            "ООО «Силкнет» присоединилось к альянсу «Зелёные данные» 18 декабря прошлого года.",
            "joined=2025-12-18",
        ),
        (
            "ru",
            "В прошлом году, в декабре, ООО «Силкнет» присоединилось к альянсу «Зелёные данные».",
            "joined=2025-12",
        ),
        (
            "ru",
            "23 марта нынешнего года ООО «Силкнет» присоединилось к альянсу «Зелёные данные».",
            "joined=2026-03-23",
        ),
        ("ru", "ООО «Силкнет» присоединилось к альянсу «Зелёные данные» в прошлый четверг.", "joined=2026-10-01"),
        ("ru", "ООО «Силкнет» присоединилось к альянсу «Зелёные данные» в конце прошлого месяца.", "joined=2026-09"),
        ("ru", "С понедельника по среду в Баку проходил форум «Орбита».", "heldIn=2026-10-05..2026-10-07"),
        (
            "ru",
            "Основанное в 2012 году ООО «Силкнет» присоединилось во вторник к альянсу «Зелёные данные».",
            "joined=2026-10-06",
        ),
        (
            "ru",
            "Согласно указу от 4 марта 2024 года ООО «Силкнет» вчера присоединилось к альянсу «Зелёные данные».",
            "joined=2026-10-07",
        ),
        (
            "kk",
            "Бакуде кеше екі күндік «Орбита» форумы аяқталды. Форумға Эстония қатысты.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "kk",
            "Екі күндік «Орбита» форумы 7 қазанда Бакуде аяқталды. Форумға Эстония қатысты.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "kk",
            "«Орбита» форумы сәрсенбіде Бакуде мәресіне жетті. Үш күнге созылған форумға Эстония қатысты.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "kk",
            "Дүйсенбіде Бакуде «Орбита» форумы ашылды, ол жұмаға дейін жалғасады.",
            "heldIn=2026-10-05..2026-10-09",
        ),
        ("kk", "«Орбита» форумы Бакуде 6 қазанда басталып, 9 қазанда аяқталады.", "heldIn=2026-10-06..2026-10-09"),
        (
            "kk",
            "6–7 қазанда Бакуде «Орбита» форумы өтті. Форумның екінші күні «Силкнет» ЖШС «Жасыл дерек» "
            "альянсына қосылды.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        (
            "kk",
            "Бакуде екі күндік «Орбита» форумы өтуде. Екінші күні, 7 қазанда «Силкнет» ЖШС «Жасыл дерек» "
            "альянсына қосылды.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        ("kk", "«Силкнет» ЖШС былтыр мамырда «Жасыл дерек» альянсына қосылды.", "joined=2025-05"),
        ("kk", "«Силкнет» ЖШС өткен жылдың желтоқсанында «Жасыл дерек» альянсына қосылды.", "joined=2025-12"),
        ("kk", "«Силкнет» ЖШС былтыр 18 желтоқсанда «Жасыл дерек» альянсына қосылды.", "joined=2025-12-18"),
        ("kk", "«Силкнет» ЖШС 2024 жылғы 19 ақпанда «Жасыл дерек» альянсына қосылды.", "joined=2024-02-19"),
        ("kk", "«Силкнет» ЖШС биыл 23 наурызда «Жасыл дерек» альянсына қосылды.", "joined=2026-03-23"),
        ("kk", "«Силкнет» ЖШС өткен бейсенбіде «Жасыл дерек» альянсына қосылды.", "joined=2026-10-01"),
        ("kk", "«Силкнет» ЖШС өткен айдың соңында «Жасыл дерек» альянсына қосылды.", "joined=2026-09"),
        ("kk", "Дүйсенбіден сәрсенбіге дейін Бакуде «Орбита» форумы өтті.", "heldIn=2026-10-05..2026-10-07"),
        ("kk", "2012 жылы құрылған «Силкнет» ЖШС сейсенбіде «Жасыл дерек» альянсына қосылды.", "joined=2026-10-06"),
        (
            "tr",
            "Bakü'de iki gün süren “Orbit” Forumu dün sona erdi. Foruma Estonya katıldı.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "tr",
            "İki günlük “Orbit” Forumu 7 Ekim'de Bakü'de tamamlandı. Foruma Estonya katıldı.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "tr",
            "“Orbit” Forumu çarşamba günü Bakü'de sona erdi. Üç gün süren foruma Estonya katıldı.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "tr",
            "“Orbit” Forumu pazartesi günü Bakü'de başladı ve cumaya kadar sürecek.",
            "heldIn=2026-10-05..2026-10-09",
        ),
        ("tr", "“Orbit” Forumu 6 Ekim'de Bakü'de başladı, 9 Ekim'de sona erecek.", "heldIn=2026-10-06..2026-10-09"),
        (
            "tr",
            "“Orbit” Forumu 6-7 Ekim'de Bakü'de düzenlendi. Forumun ikinci gününde Silknet A.Ş. “Yeşil "
            "Veri” İttifakı'na katıldı.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        (
            "tr",
            "İki günlük “Orbit” Forumu Bakü'de düzenleniyor. İkinci gün olan 7 Ekim'de Silknet A.Ş. “Yeşil "
            "Veri” İttifakı'na katıldı.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi geçen yıl mayısta mutabakat zaptı imzaladı.", "partyTo=2025-05"),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi geçen yılın aralık ayında mutabakat zaptı imzaladı.",
            "partyTo=2025-12",
        ),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi geçen yıl 18 Aralık'ta mutabakat zaptı imzaladı.",
            "partyTo=2025-12-18",
        ),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi bu yıl 23 Mart'ta mutabakat zaptı imzaladı.", "partyTo=2026-03-23"),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi geçen perşembe mutabakat zaptı imzaladı.", "partyTo=2026-10-01"),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi geçen ayın sonunda mutabakat zaptı imzaladı.", "partyTo=2026-09"),
        ("tr", "Pazartesiden çarşambaya kadar Bakü'de “Orbit” Forumu düzenlendi.", "heldIn=2026-10-05..2026-10-07"),
        (
            "tr",
            "2012'de kurulan Silknet A.Ş. ile Alfa Merkezi salı günü mutabakat zaptı imzaladı.",
            "partyTo=2026-10-06",
        ),
        (
            "uz",
            "Bokuda ikki kunlik “Orbit” forumi kecha yakunlandi. Forumda Estoniya ishtirok etdi.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "uz",
            "Ikki kunlik “Orbit” forumi 7-oktabr kuni Bokuda nihoyasiga yetdi. Forumda Estoniya ishtirok etdi.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "uz",
            "“Orbit” forumi chorshanba kuni Bokuda yakuniga yetdi. Uch kun davom etgan forumda Estoniya ishtirok etdi.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "uz",
            "“Orbit” forumi dushanba kuni Bokuda boshlandi va juma kunigacha davom etadi.",
            "heldIn=2026-10-05..2026-10-09",
        ),
        (
            "uz",
            "“Orbit” forumi 6-oktabr kuni Bokuda ochildi va 9-oktabrda yakunlanadi.",
            "heldIn=2026-10-06..2026-10-09",
        ),
        (
            "uz",
            "6–7-oktabr kunlari Bokuda “Orbit” forumi bo‘lib o‘tdi. Forumning ikkinchi kunida “Silknet” "
            "MChJ “Yashil ma’lumot” alyansiga qo‘shildi.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        (
            "uz",
            "Bokuda ikki kunlik “Orbit” forumi bo‘lib o‘tmoqda. Ikkinchi kuni, 7-oktabrda “Silknet” MChJ "
            "“Yashil ma’lumot” alyansiga qo‘shildi.",
            "heldIn=2026-10-06..2026-10-07 joined=2026-10-07",
        ),
        ("uz", "“Silknet” MChJ o‘tgan yil may oyida “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2025-05"),
        ("uz", "“Silknet” MChJ o‘tgan yilning dekabrida “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2025-12"),
        ("uz", "“Silknet” MChJ o‘tgan yili 18-dekabrda “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2025-12-18"),
        ("uz", "“Silknet” MChJ 2024-yil 19-fevralda “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2024-02-19"),
        ("uz", "“Silknet” MChJ shu yil 23-mart kuni “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2026-03-23"),
        ("uz", "“Silknet” MChJ o‘tgan payshanba kuni “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2026-10-01"),
        ("uz", "“Silknet” MChJ o‘tgan oy oxirida “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2026-09"),
        ("uz", "Dushanbadan chorshanbagacha Bokuda “Orbit” forumi bo‘lib o‘tdi.", "heldIn=2026-10-05..2026-10-07"),
        (
            "uz",
            "2012-yilda tashkil etilgan “Silknet” MChJ seshanba kuni “Yashil ma’lumot” alyansiga qo‘shildi.",
            "joined=2026-10-06",
        ),
        (
            "en",
            "The Alfa Innovation Hub, opened in Tashkent in 2019, signed a memorandum with Silknet LLC on Tuesday.",
            "partyTo=2026-10-06 establishedIn=2019",
        ),
        (
            "en",
            "On 2 October Silknet LLC joined the Green Data Alliance, and on 5 October it signed a "
            "memorandum with the Alfa Innovation Hub.",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        (
            "en",
            "Silknet LLC and the Alfa Innovation Hub signed a memorandum on Monday. A week later Silknet "
            "LLC will join the Green Data Alliance.",
            "partyTo=2026-10-05 joined=2026-10-12",
        ),
        (
            "en",
            "Silknet LLC and the Alfa Innovation Hub signed a memorandum on Tuesday. The day before, "
            "Silknet LLC joined the Green Data Alliance.",
            "partyTo=2026-10-06 joined=2026-10-05",
        ),
        (
            "en",
            "Silknet LLC and the Alfa Innovation Hub signed a memorandum on Tuesday. The previous day "
            "Silknet LLC joined the Green Data Alliance.",
            "partyTo=2026-10-06 joined=2026-10-05",
        ),
        (
            "en",
            "The memorandum that Silknet LLC and the Alfa Innovation Hub signed on 2 October is valid "
            "until 31 December 2028.",
            "partyTo=2026-10-02",
        ),
        (
            "en",
            "Silknet LLC and the Alfa Innovation Hub signed a memorandum of understanding, which runs until 2028.",
            "partyTo=",
        ),
        ("en", "Silknet LLC has been a member of the Green Data Alliance since May last year.", "memberOf=2025-05"),
        (
            "en",
            "Silknet LLC, a member of the Green Data Alliance since 2023, signed a memorandum with the "
            "Alfa Innovation Hub on 2 October.",
            "memberOf=2023 partyTo=2026-10-02",
        ),
        (
            "en",
            "Ali Karimov took part in the Orbit Forum on 6 October. He was born in 1984.",
            "participatedIn=2026-10-06",
        ),
        (
            "en",
            "Today Silknet LLC announced that it will open a laboratory in Tashkent in March 2027.",
            "establishedIn=2027-03",
        ),
        (
            "en",
            "Silknet LLC was founded in 2012. Last Friday it joined the Green Data Alliance.",
            "joined=2026-10-02",
        ),
        (
            "en",
            "Ten years after its founding in 2016, Silknet LLC joined the Green Data Alliance this week.",
            "joined=2026-10",
        ),
        ("en", "The Orbit Forum takes place in Baku from 30 October to 2 November.", "heldIn=2026-10-30..2026-11-02"),
        ("en", "The Orbit Forum will be held in Baku next Tuesday and Wednesday.", "heldIn=2026-10-13..2026-10-14"),
        (
            "en",
            "The three-day Orbit Forum, which concluded in Baku on Tuesday, was organised by Silknet LLC.",
            "operates=2026-10-04..2026-10-06",
        ),
        (
            "en",
            "Silknet LLC signed a memorandum with the Alfa Innovation Hub at the two-day Orbit Forum, "
            "which ended in Baku on Wednesday.",
            "signedAt=2026-10-06..2026-10-07 partyTo=2026-10-06..2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum closed in Baku on Wednesday. Over two days, Estonia took part in the forum.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "az",
            "2019-cu ildə Daşkənddə açılmış “Alfa” İnnovasiya Mərkəzi “Silknet” MMC ilə çərşənbə axşamı "
            "memorandum imzalayıb.",
            "partyTo=2026-10-06",
        ),
        (
            "az",
            "Oktyabrın 2-də “Silknet” MMC “Yaşıl Data” alyansına qoşulub, oktyabrın 5-də isə “Alfa” "
            "Mərkəzi ilə memorandum imzalayıb.",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        (
            "az",
            "“Silknet” MMC və “Alfa” Mərkəzi oktyabrın 2-də 2028-ci ilin dekabrınadək qüvvədə olan "
            "memorandum imzalayıblar.",
            "partyTo=2026-10-02",
        ),
        ("az", "“Silknet” MMC ötən ilin mayından “Yaşıl Data” alyansının üzvüdür.", "memberOf=2025-05"),
        (
            "az",
            "“Silknet” MMC və “Alfa” Mərkəzi bazar ertəsi memorandum imzalayıblar. Bir həftə sonra "
            "“Silknet” MMC “Yaşıl Data” alyansına qoşulacaq.",
            "partyTo=2026-10-05 joined=2026-10-12",
        ),
        (
            "az",
            "Dünən “Silknet” MMC bildirib ki, 2027-ci ilin martında Daşkənddə laboratoriya açacaq.",
            "establishedIn=2027-03",
        ),
        ("az", "“Orbit” forumu gələn çərşənbə axşamı Bakıda keçiriləcək.", "heldIn=2026-10-13"),
        (
            "az",
            "Dünən başa çatan iki günlük “Orbit” forumunda “Silknet” MMC və “Alfa” Mərkəzi memorandum imzalayıblar.",
            "partyTo=2026-10-06..2026-10-07",
        ),
        (
            "ru",
            "Центр «Альфа», открытый в Ташкенте в 2019 году, во вторник подписал меморандум с ООО «Силкнет».",
            "partyTo=2026-10-06",
        ),
        (
            "ru",
            "2 октября ООО «Силкнет» присоединилось к альянсу «Зелёные данные», а 5 октября подписало "
            "меморандум с центром «Альфа».",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        (
            "ru",
            "ООО «Силкнет» и центр «Альфа» подписали 2 октября меморандум, который действует до 31 декабря 2028 года.",
            "partyTo=2026-10-02",
        ),
        ("ru", "ООО «Силкнет» состоит в альянсе «Зелёные данные» с мая прошлого года.", "memberOf=2025-05"),
        (
            "ru",
            "ООО «Силкнет» и центр «Альфа» подписали меморандум в понедельник. Неделю спустя ООО «Силкнет» "
            "присоединится к альянсу «Зелёные данные».",
            "partyTo=2026-10-05 joined=2026-10-12",
        ),
        (
            "ru",
            "ООО «Силкнет» и центр «Альфа» подписали меморандум во вторник. Днём ранее ООО «Силкнет» "
            "присоединилось к альянсу «Зелёные данные».",
            "partyTo=2026-10-06 joined=2026-10-05",
        ),
        (
            "ru",
            "В среду ООО «Силкнет» сообщило, что откроет лабораторию в Ташкенте в марте 2027 года.",
            "establishedIn=2027-03",
        ),
        ("ru", "Форум «Орбита» пройдёт в Баку в следующий вторник.", "heldIn=2026-10-13"),
        (
            "ru",
            "На двухдневном форуме «Орбита», который завершился вчера в Баку, ООО «Силкнет» и центр "
            "«Альфа» подписали меморандум.",
            "partyTo=2026-10-06..2026-10-07",
        ),
        ("ru", "Накануне, 7 октября, ООО «Силкнет» присоединилось к альянсу «Зелёные данные».", "joined=2026-10-07"),
        (
            "ru",
            "В конце мая прошлого года ООО «Силкнет» присоединилось к альянсу «Зелёные данные».",
            "joined=2025-05",
        ),
        (
            "kk",
            "2019 жылы Ташкентте ашылған «Альфа» орталығы сейсенбіде «Силкнет» ЖШС-мен меморандумға қол қойды.",
            "partyTo=2026-10-06",
        ),
        (
            "kk",
            "2 қазанда «Силкнет» ЖШС «Жасыл дерек» альянсына қосылды, ал 5 қазанда «Альфа» орталығымен "
            "меморандумға қол қойды.",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        ("kk", "«Силкнет» ЖШС былтыр мамырдан бері «Жасыл дерек» альянсының мүшесі.", "memberOf=2025-05"),
        (
            "kk",
            "«Силкнет» ЖШС мен «Альфа» орталығы дүйсенбіде меморандумға қол қойды. Бір аптадан кейін "
            "«Силкнет» ЖШС «Жасыл дерек» альянсына қосылады.",
            "partyTo=2026-10-05 joined=2026-10-12",
        ),
        ("kk", "«Силкнет» ЖШС 7-қазан күні «Жасыл дерек» альянсына қосылды.", "joined=2026-10-07"),
        ("kk", "«Силкнет» ЖШС 2027 жылғы наурызда Ташкентте зертхана ашады.", "establishedIn=2027-03"),
        (
            "kk",
            "Кеше аяқталған екі күндік «Орбита» форумында «Силкнет» ЖШС мен «Альфа» орталығы меморандумға қол қойды.",
            "partyTo=2026-10-06..2026-10-07",
        ),
        ("kk", "Өткен жылғы 18 желтоқсанда «Силкнет» ЖШС «Жасыл дерек» альянсына қосылды.", "joined=2025-12-18"),
        ("kk", "Былтырғы мамырда «Силкнет» ЖШС «Жасыл дерек» альянсына қосылды.", "joined=2025-05"),
        ("kk", "Ағымдағы жылғы 23 наурызда «Силкнет» ЖШС «Жасыл дерек» альянсына қосылды.", "joined=2026-03-23"),
        (
            "tr",
            "2019'da Taşkent'te açılan Alfa Merkezi, salı günü Silknet A.Ş. ile mutabakat zaptı imzaladı.",
            "partyTo=2026-10-06",
        ),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi 2 Ekim'de, 31 Aralık 2028'e kadar geçerli bir mutabakat zaptı imzaladı.",
            "partyTo=2026-10-02",
        ),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi pazartesi günü mutabakat zaptı imzaladı. Bir gün önce “Orbit” "
            "Forumu Bakü'de düzenlendi.",
            "partyTo=2026-10-05 heldIn=2026-10-04",
        ),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi 2025 yılının 18 Aralık günü mutabakat zaptı imzaladı.",
            "partyTo=2025-12-18",
        ),
        (
            "tr",
            "Dün sona eren iki günlük “Orbit” Forumu'nda Silknet A.Ş. ile Alfa Merkezi mutabakat zaptı imzaladı.",
            "partyTo=2026-10-06..2026-10-07",
        ),
        ("tr", "“Orbit” Forumu gelecek salı Bakü'de düzenlenecek.", "heldIn=2026-10-13"),
        (
            "tr",
            "“Orbit” Forumu 7 Ekim Çarşamba günü Bakü'de sona erdi. İki gün süren foruma Estonya katıldı.",
            "heldIn=2026-10-06..2026-10-07 participatedIn=2026-10-06..2026-10-07",
        ),
        (
            "tr",
            "“Orbit” Forumu, 5-7 Ekim tarihleri arasında Bakü'de düzenlendi. Forumun son gününde Silknet "
            "A.Ş. ile Alfa Merkezi mutabakat zaptı imzaladı.",
            "heldIn=2026-10-05..2026-10-07 partyTo=2026-10-07",
        ),
        (
            "uz",
            "2019-yilda Toshkentda ochilgan “Alfa” markazi seshanba kuni “Silknet” MChJ bilan memorandum imzoladi.",
            "partyTo=2026-10-06",
        ),
        (
            "uz",
            "2-oktabrda “Silknet” MChJ “Yashil ma’lumot” alyansiga qo‘shildi, 5-oktabrda esa “Alfa” "
            "markazi bilan memorandum imzoladi.",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        (
            "uz",
            "“Silknet” MChJ va “Alfa” markazi dushanba kuni memorandum imzoladi. Bir haftadan so‘ng "
            "“Silknet” MChJ “Yashil ma’lumot” alyansiga qo‘shiladi.",
            "partyTo=2026-10-05 joined=2026-10-12",
        ),
        (
            "uz",
            "“Silknet” MChJ 7-oktabr, chorshanba kuni “Yashil ma’lumot” alyansiga qo‘shildi.",
            "joined=2026-10-07",
        ),
        ("uz", "“Silknet” MChJ o‘tgan yilning may oyidan beri “Yashil ma’lumot” alyansi a’zosi.", "memberOf=2025-05"),
        (
            "uz",
            "Kecha yakunlangan ikki kunlik “Orbit” forumida “Silknet” MChJ va “Alfa” markazi memorandum imzoladi.",
            "partyTo=2026-10-06..2026-10-07",
        ),
        (
            "uz",
            "“Orbit” forumi 5–7-oktabr kunlari Bokuda bo‘lib o‘tdi. Forumning so‘nggi kunida “Silknet” "
            "MChJ va “Alfa” markazi memorandum imzoladi.",
            "heldIn=2026-10-05..2026-10-07 partyTo=2026-10-07",
        ),
        ("uz", "“Orbit” forumi kelasi seshanba kuni Bokuda bo‘lib o‘tadi.", "heldIn=2026-10-13"),
        (
            "uz",
            "2025-yilning 18-dekabrida “Silknet” MChJ “Yashil ma’lumot” alyansiga qo‘shildi.",
            "joined=2025-12-18",
        ),
        (
            "en",
            "The two-day Orbit Forum ended in Baku on Wednesday. It was organised by Silknet LLC. Ali "
            "Karimov, director of the Alfa Innovation Hub, spoke at the forum. On the sidelines of the "
            "forum, Silknet LLC and the Alfa Innovation Hub signed a memorandum of understanding.",
            "heldIn=2026-10-06..2026-10-07 operates=2026-10-06..2026-10-07 spokeAt=2026-10-06..2026-10-07 "
            "partyTo=2026-10-06..2026-10-07 signedAt=2026-10-06..2026-10-07",
        ),
        (
            "en",
            "BAKU, 8 October (Report). The Alfa Innovation Hub hosted the Orbit Forum, a three-day "
            "gathering that closed yesterday. Estonia took part in the forum.",
            "participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "en",
            "The Orbit Forum opened on Tuesday in Baku. It will close on Friday. Estonia takes part in the forum.",
            "heldIn=2026-10-06..2026-10-09 participatedIn=2026-10-06..2026-10-09",
        ),
        (
            "en",
            "The Orbit Forum was held in Baku from 5 to 7 October. Speaking on the opening day, Ali "
            "Karimov, director of the Alfa Innovation Hub, thanked the guests. On day two, Silknet LLC "
            "joined the Green Data Alliance.",
            "heldIn=2026-10-05..2026-10-07 joined=2026-10-06",
        ),
        (
            "en",
            "Silknet LLC and the Alfa Innovation Hub signed a memorandum on Monday. The next day Silknet "
            "LLC joined the Green Data Alliance.",
            "partyTo=2026-10-05 joined=2026-10-06",
        ),
        (
            "en",
            "Last Friday Silknet LLC joined the Green Data Alliance, and on Monday it signed a memorandum "
            "with the Alfa Innovation Hub.",
            "joined=2026-10-02 partyTo=2026-10-05",
        ),
        ("en", "Vision 2030 Hub joined the Green Data Alliance.", "joined="),
        ("en", "Expo 2025 Osaka was visited by Estonia. Silknet LLC joined the Green Data Alliance.", "joined="),
        (
            "en",
            "Silknet LLC, which has 2,000 employees, joined the Green Data Alliance. It was founded in "
            "Tashkent in 2012.",
            "joined=",
        ),
        (
            "en",
            "The Alfa Innovation Hub today announced plans to open a center in Tashkent in 2028.",
            "establishedIn=2028",
        ),
        ("en", "Silknet LLC plans to join the Green Data Alliance by the end of next year.", "joined=2027"),
        (
            "az",
            "İki günlük “Orbit” forumu çərşənbə günü Bakıda başa çatıb. Forumu “Silknet” MMC təşkil edib. "
            "Forumda Estoniya iştirak edib. Forum çərçivəsində “Silknet” MMC ilə “Alfa” Mərkəzi arasında "
            "memorandum imzalanıb.",
            "heldIn=2026-10-06..2026-10-07 operates=2026-10-06..2026-10-07 "
            "participatedIn=2026-10-06..2026-10-07 partyTo=2026-10-06..2026-10-07 "
            "signedAt=2026-10-06..2026-10-07",
        ),
        (
            "az",
            "Bakı, 8 oktyabr. Dünən Bakıda üç gün davam edən “Orbit” forumu sona çatıb. Tədbirdə Estoniya "
            "iştirak edib.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "az",
            "“Orbit” forumu oktyabrın 5-7-də Bakıda keçirilib. Forumun birinci günü “Silknet” MMC “Yaşıl "
            "Data” alyansına qoşulub.",
            "heldIn=2026-10-05..2026-10-07 joined=2026-10-05",
        ),
        (
            "az",
            "“Silknet” MMC 2025-ci il dekabrın 18-də “Yaşıl Data” alyansına qoşulub. Həmin ilin mayında "
            "“Alfa” Mərkəzi ilə memorandum imzalamışdı.",
            "joined=2025-12-18",
        ),
        (
            "az",
            "“Silknet” MMC və “Alfa” Mərkəzi bazar ertəsi memorandum imzalayıb. Ertəsi gün “Silknet” MMC "
            "“Yaşıl Data” alyansına qoşulub.",
            "partyTo=2026-10-05 joined=2026-10-06",
        ),
        ("az", "Ötən cümə “Silknet” MMC “Yaşıl Data” alyansına qoşulub.", "joined=2026-10-02"),
        ("az", "“Silknet” MMC ötən ilin mayında “Yaşıl Data” alyansına qoşulub.", "joined=2025-05"),
        ("az", "“Silknet” MMC keçən il, mayın 18-də “Yaşıl Data” alyansına qoşulub.", "joined=2025-05-18"),
        (
            "ru",
            "В среду в Баку завершился двухдневный форум «Орбита». Организатором форума выступило ООО "
            "«Силкнет». В форуме участвовала Эстония. В рамках форума ООО «Силкнет» и центр «Альфа» "
            "подписали меморандум.",
            "heldIn=2026-10-06..2026-10-07 operates=2026-10-06..2026-10-07 "
            "participatedIn=2026-10-06..2026-10-07 partyTo=2026-10-06..2026-10-07 "
            "signedAt=2026-10-06..2026-10-07",
        ),
        (
            "ru",
            "Баку, 8 октября. Вчера завершился трёхдневный форум «Орбита», проходивший в Баку. В нём "
            "приняла участие Эстония.",
            "heldIn=2026-10-05..2026-10-07",
        ),
        (
            "ru",
            "Форум «Орбита» прошёл в Баку с 5 по 7 октября. В первый день форума ООО «Силкнет» и центр "
            "«Альфа» подписали меморандум.",
            "heldIn=2026-10-05..2026-10-07 partyTo=2026-10-05",
        ),
        (
            "ru",
            "ООО «Силкнет» присоединилось к альянсу «Зелёные данные» 18 декабря 2025 года. В мае того же "
            "года оно подписало меморандум с центром «Альфа».",
            "joined=2025-12-18 partyTo=2025-05",
        ),
        (
            "ru",
            "ООО «Силкнет» и центр «Альфа» подписали меморандум в понедельник. На следующий день ООО "
            "«Силкнет» присоединилось к альянсу «Зелёные данные».",
            "partyTo=2026-10-05 joined=2026-10-06",
        ),
        ("ru", "В прошлую пятницу ООО «Силкнет» присоединилось к альянсу «Зелёные данные».", "joined=2026-10-02"),
        (
            "ru",
            "Сегодня центр «Альфа» объявил, что в 2028 году откроет лабораторию в Ташкенте.",
            "establishedIn=2028",
        ),
        (
            "ru",
            "ООО «Силкнет», основанное в 2012 году в Ташкенте, присоединилось к альянсу «Зелёные данные».",
            "joined=",
        ),
        (
            "kk",
            "Екі күндік «Орбита» форумы сәрсенбіде Бакуде аяқталды. Форумды «Силкнет» ЖШС ұйымдастырды. "
            "Форумға Эстония қатысты. Форум аясында «Силкнет» ЖШС мен «Альфа» орталығы меморандумға қол "
            "қойды.",
            "heldIn=2026-10-06..2026-10-07 operates=2026-10-06..2026-10-07 "
            "participatedIn=2026-10-06..2026-10-07 partyTo=2026-10-06..2026-10-07",
        ),
        (
            "kk",
            "Баку, 8 қазан. Кеше Бакуде үш күнге созылған «Орбита» форумы аяқталды. Форумға Эстония қатысты.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "kk",
            "«Орбита» форумы 5–7 қазанда Бакуде өтті. Форумның алғашқы күні «Силкнет» ЖШС «Жасыл дерек» "
            "альянсына қосылды.",
            "heldIn=2026-10-05..2026-10-07 joined=2026-10-05",
        ),
        (
            "kk",
            "«Силкнет» ЖШС 2025 жылғы 18 желтоқсанда «Жасыл дерек» альянсына қосылды. Сол жылы мамырда "
            "«Альфа» орталығымен меморандумға қол қойған еді.",
            "joined=2025-12-18 partyTo=2025-05",
        ),
        (
            "kk",
            "«Силкнет» ЖШС мен «Альфа» орталығы дүйсенбіде меморандумға қол қойды. Ертеңінде «Силкнет» ЖШС "
            "«Жасыл дерек» альянсына қосылды.",
            "partyTo=2026-10-05 joined=2026-10-06",
        ),
        ("kk", "«Силкнет» ЖШС өткен жұмада «Жасыл дерек» альянсына қосылды.", "joined=2026-10-02"),
        (
            "tr",
            "BAKÜ, 8 Ekim. Bakü'de üç gün süren “Orbit” Forumu dün sona erdi. Etkinliğe Estonya katıldı.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "tr",
            "“Orbit” Forumu 5-7 Ekim'de Bakü'de düzenlendi. Forumun ilk gününde Silknet A.Ş. ile Alfa "
            "Merkezi mutabakat zaptı imzaladı.",
            "heldIn=2026-10-05..2026-10-07 partyTo=2026-10-05",
        ),
        (
            "tr",
            "Silknet A.Ş. ile Alfa Merkezi pazartesi günü mutabakat zaptı imzaladı. Ertesi gün “Orbit” "
            "Forumu Bakü'de düzenlendi.",
            "partyTo=2026-10-05 heldIn=2026-10-06",
        ),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi geçen cuma mutabakat zaptı imzaladı.", "partyTo=2026-10-02"),
        ("tr", "Silknet A.Ş. ile Alfa Merkezi geçen yılın mayısında mutabakat zaptı imzaladı.", "partyTo=2025-05"),
        (
            "uz",
            "Ikki kunlik “Orbit” forumi chorshanba kuni Bokuda yakunlandi. Forumni “Silknet” MChJ tashkil "
            "etdi. Forumda Estoniya ishtirok etdi. Forum doirasida “Silknet” MChJ va “Alfa” markazi "
            "memorandum imzoladi.",
            "heldIn=2026-10-06..2026-10-07 operates=2026-10-06..2026-10-07 "
            "participatedIn=2026-10-06..2026-10-07 partyTo=2026-10-06..2026-10-07",
        ),
        (
            "uz",
            "Boku, 8-oktabr. Kecha Bokuda uch kun davom etgan “Orbit” forumi yakunlandi. Anjumanda "
            "Estoniya ishtirok etdi.",
            "heldIn=2026-10-05..2026-10-07 participatedIn=2026-10-05..2026-10-07",
        ),
        (
            "uz",
            "“Orbit” forumi 5–7-oktabr kunlari Bokuda bo‘lib o‘tdi. Forumning birinchi kunida “Silknet” "
            "MChJ “Yashil ma’lumot” alyansiga qo‘shildi.",
            "heldIn=2026-10-05..2026-10-07 joined=2026-10-05",
        ),
        (
            "uz",
            "“Silknet” MChJ 2025-yil 18-dekabrda “Yashil ma’lumot” alyansiga qo‘shildi. O‘sha yilning may "
            "oyida u “Alfa” markazi bilan memorandum imzolagan edi.",
            "joined=2025-12-18 partyTo=2025-05",
        ),
        (
            "uz",
            "“Silknet” MChJ va “Alfa” markazi dushanba kuni memorandum imzoladi. Ertasi kuni “Silknet” "
            "MChJ “Yashil ma’lumot” alyansiga qo‘shildi.",
            "partyTo=2026-10-05 joined=2026-10-06",
        ),
        ("uz", "“Silknet” MChJ o‘tgan juma kuni “Yashil ma’lumot” alyansiga qo‘shildi.", "joined=2026-10-02"),
        (
            "uz",
            "Bugun “Alfa” markazi 2028-yilda Toshkentda laboratoriya ochishini e’lon qildi.",
            "establishedIn=2028",
        ),
        (
            "en",
            "5 October. Silknet LLC joined the Green Data Alliance.\n6 October. The Alfa Innovation Hub "
            "signed a memorandum with Silknet LLC.",
            "joined=2026-10-05 partyTo=2026-10-06",
        ),
        (
            "az",
            "5 oktyabr. “Silknet” MMC “Yaşıl Data” alyansına qoşulub.\n6 oktyabr. “Silknet” MMC və “Alfa” "
            "Mərkəzi memorandum imzalayıb.",
            "joined=2026-10-05 partyTo=2026-10-06",
        ),
        (
            "ru",
            "5 октября. ООО «Силкнет» присоединилось к альянсу «Зелёные данные».\n6 октября. ООО «Силкнет» "
            "и центр «Альфа» подписали меморандум.",
            "joined=2026-10-05 partyTo=2026-10-06",
        ),
        (
            "kk",
            "5 қазан. «Силкнет» ЖШС «Жасыл дерек» альянсына қосылды.\n6 қазан. «Силкнет» ЖШС мен «Альфа» "
            "орталығы меморандумға қол қойды.",
            "joined=2026-10-05 partyTo=2026-10-06",
        ),
        ("tr", "6 Ekim. Silknet A.Ş. ile Alfa Merkezi mutabakat zaptı imzaladı.", "partyTo=2026-10-06"),
        (
            "uz",
            "5-oktabr. “Silknet” MChJ “Yashil ma’lumot” alyansiga qo‘shildi.\n6-oktabr. “Silknet” MChJ va "
            "“Alfa” markazi memorandum imzoladi.",
            "joined=2026-10-05 partyTo=2026-10-06",
        ),
        ("en", "Silknet LLC was a member of the Green Data Alliance until 2024.", "memberOf=..2024"),
        ("en", "Silknet LLC was a member of the Green Data Alliance from 2021 to 2024.", "memberOf=2021..2024"),
    ],
)
def test_dates_of_rows(language: str, text: str, told: str, drafter: Drafter) -> None:
    """What is told by predicate, the first and the last day with two dots between; all rows of one are dated alike."""
    found = defaultdict(set)
    for each in drafter.draft(text, source(published=THURSDAY), language).proposals:
        found[each.predicate].add(f"{each.from_}..{each.until}" if each.until else each.from_)
    wanted = dict(each.split("=") for each in told.split())
    assert {predicate: found[predicate] for predicate in wanted} == {name: {day} for name, day in wanted.items()}
