package org.lagroups.wormguard.runtime.matching;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lagroups.wormguard.match.hyperscan.Hyperscan;
import org.lagroups.wormguard.match.hyperscan.HyperscanUnavailableException;

/** Finds and loads the native library, which then stays loaded. */
@SuppressWarnings("restricted") // Loading native code is what this is for.
final class HyperscanLibrary {

  /** As Debian's libhyperscan5 and libvectorscan5 install it. */
  private static final String OF_THE_SYSTEM = "libhs.so.5";

  private static final String PACKAGED = "com/gliwka/hyperscan/jni/linux-x86_64/libjnihyperscan.so";

  private HyperscanLibrary() {}

  /** The one that comes with the program, or else the system's. */
  static Hyperscan open() throws HyperscanUnavailableException {
    try {
      return packaged();
    } catch (HyperscanUnavailableException e) {
      return ofTheSystem(e);
    }
  }

  private static Hyperscan packaged() throws HyperscanUnavailableException {
    String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    if (!system.equals("Linux on amd64")) {
      throw new HyperscanUnavailableException("none comes with the program for " + system);
    }
    return unpacked(PACKAGED);
  }

  /** The library that is the resource of this name. Its file is gone once it is loaded. */
  static Hyperscan unpacked(String resource) throws HyperscanUnavailableException {
    try (InputStream content =
        HyperscanLibrary.class.getClassLoader().getResourceAsStream(resource)) {
      if (content == null) {
        throw new HyperscanUnavailableException("the program lacks its " + resource);
      }
      Path file = Files.createTempFile("lag-hyperscan-", ".so");
      try {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return Hyperscan.over(SymbolLookup.libraryLookup(file, Arena.global()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      // The second is what is thrown of a library that the system does not load.
      throw new HyperscanUnavailableException(
          "the one that comes with the program cannot be loaded from %s: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()));
    }
  }

  private static Hyperscan ofTheSystem(HyperscanUnavailableException before)
      throws HyperscanUnavailableException {
    try {
      return Hyperscan.over(SymbolLookup.libraryLookup(OF_THE_SYSTEM, Arena.global()));
    } catch (IllegalArgumentException _) {
      throw new HyperscanUnavailableException(
          before.getMessage() + "; and the system has no " + OF_THE_SYSTEM);
    }
  }
}
