package dev.tocsin.monitor.secret;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {
    private static final UUID SHOP = UUID.fromString("3f1c7a52-9a41-4c64-8d0e-5d2f7b8f1a10");
    private static final UUID OTHER = UUID.fromString("00000000-9a41-4c64-8d0e-5d2f7b8f1a10");

    private final Vault vault = new Vault(List.of("the key that seals now, 32 long"));

    @Test
    void whatIsSealedOpensAgainAndShowsNothing() {
        var sealed = vault.seal("Bearer tórtola", SHOP);
        assertThat(sealed).startsWith("sealed:1:").doesNotContain("Bearer");
        assertThat(vault.open(sealed, SHOP)).isEqualTo("Bearer tórtola");
        assertThat(vault.seal("Bearer tórtola", SHOP)).isNotEqualTo(sealed);
    }

    @Test
    void itDoesNotOpenForAnotherCheck() {
        var sealed = vault.seal("Bearer abc", SHOP);
        assertThatThrownBy(() -> vault.open(sealed, OTHER)).isInstanceOf(Vault.WrongKey.class);
    }

    @Test
    void itDoesNotOpenWhenAByteIsChanged() {
        var sealed = vault.seal("Bearer abc", SHOP);
        var last = sealed.charAt(sealed.length() - 3) == 'A' ? 'B' : 'A';
        var changed = sealed.substring(0, sealed.length() - 3) + last + sealed.substring(sealed.length() - 2);
        assertThatThrownBy(() -> vault.open(changed, SHOP)).isInstanceOf(Vault.WrongKey.class);
    }

    @Test
    void aKeyCanBeChangedWhileTheOldOneStillOpens() {
        var sealed = vault.seal("Bearer abc", SHOP);
        var next = new Vault(List.of("the next key, also long enough..", "the key that seals now, 32 long"));
        assertThat(next.isCurrent(sealed)).isFalse();
        assertThat(next.open(sealed, SHOP)).isEqualTo("Bearer abc");
        assertThat(next.isCurrent(next.seal("x", SHOP))).isTrue();
        var without = new Vault(List.of("the next key, also long enough.."));
        assertThatThrownBy(() -> without.open(sealed, SHOP)).isInstanceOf(Vault.WrongKey.class);
    }

    @Test
    void whatIsFromBeforeTheVaultIsItself() {
        assertThat(vault.open("plain-old-key", SHOP)).isEqualTo("plain-old-key");
        assertThat(vault.isCurrent("plain-old-key")).isFalse();
    }
}
