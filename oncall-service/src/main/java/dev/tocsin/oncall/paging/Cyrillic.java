package dev.tocsin.oncall.paging;

import java.util.HashMap;
import java.util.Map;

/** Cyrillic in Latin letters, as passports spell it (ICAO Doc 9303, part 3, section 6), soft signs left out. */
final class Cyrillic {
    private static final String[] SPELLED = ("""
            а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch \
            ш sh щ shch ъ ie ы y ь - э e ю iu я ia є ie і i ї i ґ g ў u ђ d ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz""").split("\\s+");
    private static final Map<Integer, String> LATIN = HashMap.newHashMap(SPELLED.length);

    static {
        for (int i = 0; i < SPELLED.length; i += 2) {
            int small = SPELLED[i].codePointAt(0);
            var latin = SPELLED[i + 1].equals("-") ? "" : SPELLED[i + 1];
            LATIN.put(small, latin);
            LATIN.put(Character.toUpperCase(small), capital(latin));
        }
    }

    private Cyrillic() {}

    static boolean knows(int c) {
        return LATIN.containsKey(c);
    }

    static String latin(int c) {
        return LATIN.get(c);
    }

    private static String capital(String latin) {
        return latin.isEmpty() ? "" : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }
}
