/**
 * What the places about files have in common: pictures for kinds of files, one's word on a file,
 * and the folder where fetched files go.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.files;

import org.jspecify.annotations.NullMarked;
