package org.lagroups.fileshare.runtime.store;

/**
 * What shows that a file has not changed since it was hashed.
 *
 * @param modifiedNanos since 1970-01-01 UTC
 * @param fileKey what the file system calls it, such as device and inode; may be empty
 */
public record FileStamp(long sizeBytes, long modifiedNanos, String fileKey) {}
