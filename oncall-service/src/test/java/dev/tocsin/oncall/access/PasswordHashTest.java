package dev.tocsin.oncall.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PasswordHashTest {
    @Test
    void aPasswordFitsItsOwnHashOnly() {
        var hash = PasswordHash.of("correct horse battery staple", 1000);

        assertThat(PasswordHash.fits(hash, "correct horse battery staple")).isTrue();
        assertThat(PasswordHash.fits(hash, "correct horse battery stapl")).isFalse();
        assertThat(PasswordHash.fits(hash, "")).isFalse();
    }

    @Test
    void theSamePasswordHashesDifferentlyAndSaysHow() {
        var hash = PasswordHash.of("twice", 210_000);

        assertThat(hash).startsWith("pbkdf2-sha512$210000$").isNotEqualTo(PasswordHash.of("twice", 210_000));
    }

    /** A hash of other work than today's, made once by another implementation (Python's hashlib.pbkdf2_hmac). */
    @Test
    void hashesOfLessWorkStayGood() {
        var hash =
                "pbkdf2-sha512$1000$MDEyMzQ1Njc4OWFiY2RlZg==$/f9m2PUgSBGiF/sisiTk1MRC4KTNGgD39qBhT5o4K4/wjJgnV1Hp+Q/5aqB4bJFusA/RGf8ye4C1ETlPz0fKDQ==";

        assertThat(PasswordHash.fits(hash, "old password")).isTrue();
        assertThat(PasswordHash.fits(hash, "new password")).isFalse();
    }

    @Test
    void nothingFitsNobody() {
        assertThat(PasswordHash.fits(PasswordHash.ofNobody(1000), "")).isFalse();
    }

    @Test
    void anUnknownKindOfHashIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.fits("md5$1$a$b", "x"));
    }
}
