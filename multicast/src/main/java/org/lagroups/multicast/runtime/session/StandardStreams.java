package org.lagroups.multicast.runtime.session;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What {@code -} stands for.
 *
 * @param out tells when it breaks, as a PrintStream does not
 */
public record StandardStreams(InputStream in, OutputStream out) {

  /** An end and a beginning where nothing is. */
  static final StandardStreams NONE =
      new StandardStreams(InputStream.nullInputStream(), OutputStream.nullOutputStream());
}
