"""What is said of each mistake in the form of a file: what was found, and what to write."""

from __future__ import annotations

from scripts.records.findings import Finding
from scripts.records.types import Mark

_SENTENCES: dict[str, tuple[str, str]] = {
    "yaml-anchor": (
        "dùng neo “{0}” của YAML",
        "hãy bỏ dấu & và *, chép lại giá trị vào từng chỗ; nếu là chữ, hãy đặt trong ngoặc kép",
    ),
    "yaml-comment": (
        "có chú thích “{0}”; công cụ định dạng không giữ được chú thích",
        "hãy chuyển nội dung vào một trường (ví dụ note) hoặc xoá; nếu là chữ của giá trị, "
        "hãy đặt cả giá trị trong ngoặc kép",
    ),
    "yaml-directive": ("có chỉ thị “%…” của YAML ở đầu tệp", "hãy xoá dòng đó"),
    "yaml-documents": ("tệp có nhiều tài liệu (dòng “---” thứ hai)", "hãy giữ mỗi tệp một bản ghi"),
    "yaml-duplicate-key": ("trường “{0}” đã có ở dòng {1}", "hãy giữ một"),
    "yaml-key": ("tên trường không phải là chữ", "hãy viết “tên_trường: giá trị”"),
    "yaml-merge": ("dùng khoá trộn “<<” của YAML", "hãy chép lại các trường cần có"),
    "yaml-not-mapping": (
        "tệp không phải một nhóm trường",
        "hãy viết mỗi trường một dòng, dạng “tên_trường: giá trị”",
    ),
    "yaml-number": (
        "“{0}” không phải số dùng được (vô hạn, hoặc quá nhiều chữ số)",
        "hãy viết số thập phân thường; nếu là mã số, hãy đặt trong ngoặc kép",
    ),
    "yaml-tag": ("dùng thẻ kiểu “{0}” của YAML", "hãy xoá thẻ đó; nếu là chữ, đặt trong ngoặc kép"),
    "yaml-too-deep": (
        "các phần lồng nhau quá {0} tầng",
        "hãy bỏ bớt dấu ngoặc [ ] {{ }} hoặc giảm thụt lề",
    ),
    "yaml-too-many": ("tệp có hơn {0} giá trị", "hãy tách thành nhiều bản ghi"),
    "file-empty": ("tệp rỗng", "hãy điền các trường bắt buộc, hoặc xoá tệp"),
}


def finding(rule: str, mark: Mark, *words: object) -> Finding:
    """The finding of that rule, its sentence filled with `words`."""
    message, fix = _SENTENCES[rule]
    return Finding(mark=mark, rule=rule, message=message.format(*words), fix=fix.format(*words))
