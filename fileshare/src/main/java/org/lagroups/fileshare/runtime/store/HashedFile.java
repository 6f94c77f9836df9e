package org.lagroups.fileshare.runtime.store;

import org.lagroups.fileshare.merkle.MerkleTree;
import org.lagroups.fileshare.record.MimeType;

/**
 * A file in a shared folder, with its tree.
 *
 * @param path relative to the folder, parts separated by slashes
 */
public record HashedFile(String path, FileStamp stamp, MerkleTree tree, MimeType mimeType) {}
