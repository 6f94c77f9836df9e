package org.lagroups.node.state.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.node.state.StateException;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever is in the files of an identity: the identity, or a refusal that names the file. */
final class IdentityFuzzTest {

  private static final Path FILE = Path.of("identity");
  private static final char[] NO_PASSPHRASE = {};

  /** Keystores like this program's, but with a single iteration, so that reading them is quick. */
  private static final String WITH_MAC =
      "MIIB1QIBAzCCAYAGCSqGSIb3DQEHAaCCAXEEggFtMIIBaTCCAWUGCSqGSIb3DQEHAaCCAVYEggFSMIIB"
          + "TjCCAUoGCyqGSIb3DQEMCgEFoIHiMIHfBgsqhkiG9w0BDAoBAqCBzwSBzDCByTBlBgkqhkiG9w0BBQ0w"
          + "WDA3BgkqhkiG9w0BBQwwKgQUwMdFWWZuDSx/OpgV4rSYEvakW1wCAQECASAwDAYIKoZIhvcNAgkFADAd"
          + "BglghkgBZQMEASoEEIwSSc+rglrWm4mmBq3XV3sEYCm2yH6tgHKK7Xn1ebTrtRBjpKBpYn5suMVcipsx"
          + "eA2zrmp+M72g7y7j3gAU7fP53ICdXDgsC2FJuUNT/h3bNcgNpEjtpTvSC6jRGYejbr30rPytXBqPKme2"
          + "iYlsJzVo5TFWMDEGCSqGSIb3DQEJFDEkHiIAbABhAGcAcgBvAHUAcABzAC0AaQBkAGUAbgB0AGkAdAB5"
          + "MCEGCSqGSIb3DQEJFTEUBBJUaW1lIDE3OTUzMjgyODIwNjAwTDAxMA0GCWCGSAFlAwQCAQUABCArCE3K"
          + "hqwZXBXvQEr0z/dE6EZXUXhPqKkssY7p5MTdGgQUKJ0Eg9vtH5+KB/bagANwcihI/zcCAQE=";

  private static final String WITHOUT_MAC =
      "MIIBhwIBAzCCAYAGCSqGSIb3DQEHAaCCAXEEggFtMIIBaTCCAWUGCSqGSIb3DQEHAaCCAVYEggFSMIIB"
          + "TjCCAUoGCyqGSIb3DQEMCgEFoIHiMIHfBgsqhkiG9w0BDAoBAqCBzwSBzDCByTBlBgkqhkiG9w0BBQ0w"
          + "WDA3BgkqhkiG9w0BBQwwKgQUQXU+xAt0k8mJ+U6vzBVEZDim69ACAQECASAwDAYIKoZIhvcNAgkFADAd"
          + "BglghkgBZQMEASoEEF30RVfcZlU20s1rhUnYv0kEYEAxwpHzO7ONcmqqx7LBynLCrded7rXdpWtzlAqZ"
          + "kWiSqR9miX3CDRzpNpm4ijIRHDq/nej+NLtRrRTfysPu/aMU9dsJhXrNyoTuJO83cpj8tTQB+a0XJBvx"
          + "mH3uQB+H5TFWMDEGCSqGSIb3DQEJFDEkHiIAbABhAGcAcgBvAHUAcABzAC0AaQBkAGUAbgB0AGkAdAB5"
          + "MCEGCSqGSIb3DQEJFTEUBBJUaW1lIDE3OTUzMjgyODIzNDI=";

  private final Keystore keystore = new Keystore(FILE);

  @MethodSource("keystores")
  @FuzzTest(maxDuration = "30s")
  void keystore(byte[] input) {
    try {
      keystore
          .read(input, NO_PASSPHRASE)
          .ifPresent(identity ->
              assertThat(Identity.fromSecret(identity.secret()).publicIdentity())
                  .isEqualTo(identity.publicIdentity()));
    } catch (StateException refused) {
      assertThat(refused.getMessage()).contains(FILE.toString());
    }
  }

  @MethodSource("publicFiles")
  @FuzzTest(maxDuration = "30s")
  void publicFile(byte[] input) {
    try {
      IdentityFile file = IdentityFile.parse(FILE, new String(input, StandardCharsets.UTF_8));
      assertThat(IdentityFile.parse(FILE, file.json())).isEqualTo(file);
    } catch (StateException refused) {
      assertThat(refused.getMessage()).contains(FILE.toString());
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(keystores(), this::keystore);
    ShortRun.on(publicFiles(), this::publicFile);
  }

  @Test
  void theSamplesAreSound() {
    for (byte[] sample : keystores()) {
      assertThat(keystore.read(sample, NO_PASSPHRASE)).isPresent();
    }
  }

  static List<byte[]> keystores() {
    return List.of(Base64.getDecoder().decode(WITH_MAC), Base64.getDecoder().decode(WITHOUT_MAC));
  }

  static List<byte[]> publicFiles() {
    PublicIdentity identity = Identity.generate(new Random(1)).publicIdentity();
    IdentityFile file =
        new IdentityFile(identity.nodeId(), identity.ed25519().toHex(), identity.bls().toHex());
    return List.of((file.json() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
