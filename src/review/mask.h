// mask_personal_data: the numbers of persons that find_personal_data finds in a notice's texts,
// made unreadable: of each the first three digits and the last two stay, a star stands for each
// other. app applies it to the notices of feeds whose policy is `personal_data = "mask"`, before
// review, which still holds what could not be masked (a number in a link). One fixed mask, so that
// nobody has to think which digits may be shown; pure.
#pragma once

#include "notice/notice.h"

namespace heiban {

// How many texts were changed; the content hash is worked out anew where there were any.
int mask_personal_data(Notice& notice);

} // namespace heiban
