package org.lagroups.fileshare.merkle;

/** A file's content is no longer what its tree was built from. */
public final class ContentChangedException extends Exception {

  private static final long serialVersionUID = 1L;

  public ContentChangedException() {
    super("the file has changed since it was hashed");
  }
}
