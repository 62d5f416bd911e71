// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyVaultTest {

    private static final byte[] PLAIN = "a private key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        var sealed = KeyVault.in(folder).seal(PLAIN, "key of ana");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(KeyVault.in(folder).open(sealed, "key of ana")).isEqualTo(PLAIN);
    }

    @Test
    void neverSealsTheSameTwiceInTheSameWay() {
        var vault = KeyVault.in(folder);
        assertThat(vault.seal(PLAIN, "key of ana")).isNotEqualTo(vault.seal(PLAIN, "key of ana"));
    }

    @Test
    void opensNothingForAnotherPurpose() {
        var vault = KeyVault.in(folder);
        var sealed = vault.seal(PLAIN, "key of ana");
        assertThatThrownBy(() -> vault.open(sealed, "key of ben")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatIsWrongWhereTheDatabaseIsOfAnotherNode(@TempDir Path elsewhere) {
        var sealed = KeyVault.in(elsewhere).seal(PLAIN, "key of ana");
        var vault = KeyVault.in(folder);
        assertThatThrownBy(() -> vault.open(sealed, "key of ana"))
                .hasMessageContaining("not sealed with this " + KeyVault.FILE);
    }

    @Test
    void keepsItsKeyForItself() throws IOException {
        KeyVault.in(folder);
        var permissions = Files.getPosixFilePermissions(folder.resolve(KeyVault.FILE));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void doesNothingWithADamagedKey() throws IOException {
        Files.write(folder.resolve(KeyVault.FILE), PLAIN);
        var vault = KeyVault.in(folder);
        assertThatThrownBy(() -> vault.seal(PLAIN, "key of ana")).hasMessageContaining("damaged");
    }

    @Test
    void makesNoNewKeyWhereSomethingWasSealedWithAnother() {
        var vault = KeyVault.in(folder, true);
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> vault.seal(PLAIN, "key of ana")).hasMessageContaining("missing");
    }
}
