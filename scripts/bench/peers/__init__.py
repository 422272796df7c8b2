"""The programs that ours is measured against, each fed from a built site of ours."""
