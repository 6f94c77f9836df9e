/**
 * The place where files of all members are searched: {@link
 * org.lagroups.desktop.search.SearchScreen} over {@code SearchModel}, which asks as one types, and
 * {@code DetailsModel}, which is about the one result that is chosen.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.search;

import org.jspecify.annotations.NullMarked;
