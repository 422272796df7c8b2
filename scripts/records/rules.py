"""Every rule of this room: its permanent id and what mistake it names, in Vietnamese.

The rules about what records say stand in `checks`; ids are unique over both.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType(
    {
        "file-bom": "Tệp có dấu BOM ở đầu",
        "file-empty": "Tệp rỗng",
        "file-link": "Liên kết (symlink) hoặc tệp đặc biệt trong products/",
        "file-name": "Tên tệp, thư mục có ký tự không dùng được",
        "file-not-utf8": "Tệp không phải UTF-8",
        "file-too-large": "Tệp quá lớn",
        "file-unknown": "Tệp không thuộc loại bản ghi nào",
        "file-unreadable": "Không đọc được tệp hoặc thư mục",
        "text-bidi": "Ký tự ẩn đổi chiều chữ",
        "text-broken": "Ký tự hỏng",
        "text-control": "Ký tự điều khiển",
        "text-decomposed": "Chữ viết bằng dấu rời (không phải Unicode dựng sẵn)",
        "text-hidden": "Ký tự ẩn",
        "text-lookalike": "Chữ của bảng chữ khác trông giống chữ Việt",
        "text-space": "Dấu cách đặc biệt",
        "text-stray-mark": "Dấu rời không ghép được với chữ",
        "yaml-anchor": "Neo và bí danh của YAML",
        "yaml-comment": "Chú thích trong bản ghi",
        "yaml-directive": "Chỉ thị của YAML",
        "yaml-documents": "Nhiều tài liệu trong một tệp",
        "yaml-duplicate-key": "Một trường viết hai lần",
        "yaml-key": "Tên trường không phải là chữ",
        "yaml-merge": "Khoá trộn của YAML",
        "yaml-not-mapping": "Tệp không phải một nhóm trường",
        "yaml-number": "Số vô hạn hoặc quá nhiều chữ số",
        "yaml-syntax": "Sai cú pháp YAML",
        "yaml-tab": "Dấu Tab",
        "yaml-tag": "Thẻ kiểu của YAML",
        "yaml-too-deep": "Lồng nhau quá sâu",
        "yaml-too-many": "Quá nhiều giá trị trong một tệp",
        "field-code": "Mã xã, phường sai dạng",
        "field-date": "Ngày sai dạng hoặc không có thật",
        "field-form": "Giá trị sai dạng",
        "field-gtin": "Mã vạch sai dạng",
        "field-id": "Mã sai dạng",
        "field-length": "Quá ngắn, quá dài hoặc thiếu mục",
        "field-line": "Xuống dòng hoặc dấu cách thừa trong giá trị",
        "field-missing": "Thiếu trường bắt buộc hoặc giá trị",
        "field-range": "Số ngoài khoảng",
        "field-type": "Sai kiểu giá trị",
        "field-unknown": "Trường không có trong danh sách",
        "field-value": "Giá trị không có trong danh sách",
    }
)
