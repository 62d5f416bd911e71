// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the private keys of our actors, so that a copy of the database is not enough to speak in their names. The key
 * for it is a file of the node's own, readable by nobody else.
 *
 * <p>AES-256-GCM (NIST SP 800-38D) with a fresh nonce in front of each sealed text. Safe for any thread.
 */
final class KeyVault {

    /** Name of the file in the data directory. */
    static final String FILE = "fediverse.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<SecretKeySpec> key;

    private KeyVault(Supplier<SecretKeySpec> key) {
        this.key = key;
    }

    /** Reads the key, or makes one where there is none. */
    static KeyVault in(Path directory) {
        return in(directory, false);
    }

    /**
     * Reads the key. Where that is not possible, the vault seals and opens nothing, and says why: a node must go on air
     * without it.
     *
     * @param inUse whether something was sealed before: then a new key would open nothing of it, and none is made
     */
    static KeyVault in(Path directory, boolean inUse) {
        var file = directory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                if (inUse) {
                    return without(file + " is missing");
                }
                Files.createDirectories(directory);
                write(file);
            }
            var bytes = Files.readAllBytes(file);
            return bytes.length == KEY_BYTES ? with(new SecretKeySpec(bytes, "AES")) : without(file + " is damaged");
        } catch (IOException trouble) {
            return without("%s cannot be read or written (%s)".formatted(file, trouble));
        }
    }

    private static KeyVault with(SecretKeySpec key) {
        return new KeyVault(() -> key);
    }

    private static KeyVault without(String because) {
        return new KeyVault(() -> {
            throw new IllegalStateException(because);
        });
    }

    /** Whole or not at all, and from its first moment nobody else's to read. */
    private static void write(Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), FILE, ".new", owner);
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @param purpose what the text is for: it opens for nothing else */
    byte[] seal(byte[] plain, String purpose) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** @throws IllegalStateException where another key sealed it, or for another purpose */
    byte[] open(byte[] sealed, String purpose) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("the database was not sealed with this " + FILE, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
