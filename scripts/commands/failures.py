"""One Vietnamese sentence for each way in which a disk refuses a site."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

_FULL = "Hết chỗ trên ổ đĩa khi ghi {where}; hãy xoá bớt tệp hoặc chọn ổ khác, rồi chạy lại."
_RIGHTS = "Không có quyền ghi {where}; hãy đổi quyền của thư mục hoặc chọn thư mục khác (--out)."
_FILE = "{where} không thể là thư mục vì ở đó có một tệp; hãy chọn thư mục khác (--out)."
_SENTENCES: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "Hết hạn mức đĩa của bạn khi ghi {where}; hãy xoá bớt tệp rồi chạy lại.",
    errno.EROFS: "Ổ đĩa của {where} chỉ cho đọc; hãy chọn thư mục khác (--out) hoặc mở ổ để ghi.",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EFBIG: "Hệ thống không cho tệp lớn như thế: {where}; hãy nới giới hạn (ulimit -f).",
    errno.EIO: "Ổ đĩa báo lỗi khi ghi {where}; hãy kiểm tra ổ đĩa rồi chạy lại.",
    errno.EMFILE: "Mở quá nhiều tệp cùng lúc; hãy nới giới hạn (ulimit -n) rồi chạy lại.",
    errno.ENOTDIR: _FILE,
    errno.EEXIST: _FILE,
    errno.ENAMETOOLONG: "Đường dẫn dài quá mức hệ thống cho phép: {where}.",
}
_OTHER = "Không ghi được {where} ({reason}); hãy xem lại ổ đĩa và quyền ghi rồi chạy lại."


def sentence(error: OSError, out: Path) -> str:
    """What went wrong on the disk and what to do; `out` is named where the system names no file."""
    named = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    inside = not named or f"{os.sep}.{out.name}-" in named  # the tree that is being made
    where = str(out) if inside else named
    reason = error.strerror or type(error).__name__
    return _SENTENCES.get(error.errno or 0, _OTHER).format(where=where, reason=reason)
