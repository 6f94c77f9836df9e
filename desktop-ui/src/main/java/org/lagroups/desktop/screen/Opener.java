package org.lagroups.desktop.screen;

import java.net.URI;
import java.nio.file.Path;

/** Opens things with the system's own programs, without waiting for them. */
public interface Opener {

  /** Shows a file's folder. */
  void reveal(Path file);

  /** Opens an address, such as that of a stream, in the program that the system has for it. */
  void open(URI address);
}
